import type { Case } from "../cases/case.js";
import { listCases } from "../cases/list-cases.js";
import { plainValue } from "../report/plain-value.js";
import { printable } from "../report/printable.js";
import { labelled, type Screen, screenFor, wrap } from "../report/screen.js";
import { completeSubject } from "../subject/complete-subject.js";
import { listVectorFiles, readVectorFile, testsOf } from "../vectors/read-vectors.js";
import type { Note, VectorFile, VectorTest } from "../vectors/vector.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";
import { nearest } from "./nearest.js";
import { type Options, repeatOf } from "./options.js";
import { examined } from "./subjects.js";

/** What a group says of where its expectations come from; the vector itself does not carry it. */
interface Origin {
  readonly title: string;
  readonly source?: { readonly name: string; readonly version: string; readonly url?: string };
  readonly spec?: readonly string[];
}

interface Story extends Pick<Case, "id" | "comment" | "category" | "level" | "since" | "requires" | "flags" | "twin"> {
  readonly vector?: VectorTest;
  readonly origin?: Origin;
  /** What a generated case starts from, as JSON. */
  readonly asked?: unknown;
}

function originIn({ groups }: VectorFile, id: string): Origin | undefined {
  return groups.find(({ tests }) => tests.some((test) => test.id === id)) as Origin | undefined;
}

const storyOf = (vector: VectorTest, origin: Origin | undefined): Story => ({
  id: vector.id,
  comment: vector.comment,
  category: vector.category as Case["category"],
  level: vector.level,
  since: vector.since,
  requires: vector.requires,
  flags: vector.flags.map((name) => ({ name, note: vector.notes[name] as Note })),
  ...(vector.twin === undefined ? {} : { twin: vector.twin }),
  vector,
  ...(origin === undefined ? {} : { origin }),
});

/** Every vector of this package, of all vendors: no adapter is needed to read about one. */
function vectorStories(): readonly Story[] {
  return listVectorFiles()
    .map((path) => readVectorFile(path))
    .flatMap((file) => testsOf(file).map((vector) => storyOf(vector, originIn(file, vector.id))));
}

/** What the case starts from; an adapter that throws already there is what the case is about. */
function askedOf({ asked }: Case): Pick<Story, "asked"> {
  if (asked === undefined) return {};
  try {
    return { asked: plainValue(asked()) };
  } catch {
    return { asked: "(the adapter throws while this is made)" };
  }
}

interface Found {
  readonly story: Story | undefined;
  readonly ids: readonly string[];
}

/** A case that only this adapter has: made for it, or a vector of its package. */
async function caseStory(id: string, adapter: string | undefined, options: Options, io: Io): Promise<Found> {
  if (adapter === undefined && options.command === undefined) return { story: undefined, ids: [] };
  const { subject, own, partners, close } = await examined(adapter, options, io);
  try {
    const cases = (io.casesOf ?? listCases)(completeSubject(subject), { own, partners, seed: options.seed });
    const found = cases.find((one) => one.id === id);
    // While a program still answers.
    const story = found === undefined ? undefined : { ...found, ...askedOf(found) };
    return { story: story as Story | undefined, ids: cases.map((one) => one.id) };
  } finally {
    await close();
  }
}

function flagLines({ flags }: Story, screen: Screen): string[] {
  return flags.flatMap(({ name, note }) => [
    `  ${screen.heading(name)} ${screen.quiet(`(${note.bugType})`)}`,
    ...labelled("", printable(note.description), screen, 4, 0),
    ...labelled("", printable(`If it is wrong: ${note.effect}`), screen, 4, 0),
    ...[...(note.cves ?? []), ...(note.links ?? [])].map((link) => `    ${printable(link)}`),
  ]);
}

/** JSON as it stands in the file, but for texts without end. */
const jsonLines = (value: unknown): string[] =>
  JSON.stringify(value, null, 2)
    .split("\n")
    .map((line) => `    ${printable(line.length > 400 ? `${line.slice(0, 399)}…` : line)}`);

function inputLines({ vector, origin, asked }: Story, { heading }: Screen): string[] {
  if (vector === undefined) {
    const made = "  It is made for this adapter; there is no vector of it.";
    return asked === undefined ? [made] : [made, heading("Input"), ...jsonLines(asked)];
  }
  const { source, spec = [] } = origin ?? {};
  return [
    ...(source === undefined
      ? []
      : [heading("Source"), `  ${printable([source.name, source.version, source.url].filter(Boolean).join(", "))}`]),
    ...spec.map((link) => `  ${printable(link)}`),
    heading("Input"),
    ...jsonLines(vector.input),
    heading("Expected"),
    ...jsonLines(vector.expect),
  ];
}

function storyLines(story: Story, repeat: string, screen: Screen): string[] {
  const { id, comment, category, level, since, requires, twin, origin } = story;
  const facts: readonly (readonly [string, string])[] = [
    ["category", category],
    ["level", `${level}, since revision ${since}`],
    ...(origin === undefined ? [] : ([["group", printable(origin.title)]] as const)),
    ["needs", requires.length === 0 ? "nothing" : printable(requires.join(", "))],
    ...(twin === undefined ? [] : ([["twin", `${printable(twin)}, which differs in one thing and is fine`]] as const)),
  ];
  return [
    screen.heading(printable(id)),
    ...wrap(printable(comment), screen.width),
    "",
    ...facts.flatMap(([label, text]) => labelled(label, text, screen, 2, 10)),
    screen.heading("Why"),
    ...flagLines(story, screen),
    ...inputLines(story, screen),
    screen.heading("Run"),
    `  ${repeat} --case ${printable(id)}`,
  ];
}

/** Tells everything about one case to a person. */
export async function explain(id: string, adapter: string | undefined, options: Options, io: Io): Promise<ExitCode> {
  const vectors = vectorStories();
  const vector = vectors.find((one) => one.id === id);
  // No adapter has to be started to read about a vector.
  const { story, ids } = vector === undefined ? await caseStory(id, adapter, options, io) : { story: vector, ids: [] };
  if (story === undefined) {
    const meant = nearest(id, [...vectors.map((one) => one.id), ...ids]);
    const hint = meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
    const isNamed = adapter !== undefined || options.command !== undefined;
    const where = isNamed
      ? "`--list` has all of them."
      : "For a generated case name the adapter, too; `--list` has its cases.";
    throw new UsageError(`There is no case with this id.${hint} ${where}`);
  }
  const repeat = repeatOf(
    io.commandName,
    adapter ?? (options.command === undefined ? "./my-adapter.js" : undefined),
    options,
  );
  const lines = storyLines(story, repeat, screenFor(io.isTerminal, io.columns, io.env));
  io.stdout(`${lines.map((line) => line.trimEnd()).join("\n")}\n`);
  return exitCodes.conformant;
}

import type { Case } from "../cases/case.js";
import { listCases } from "../cases/list-cases.js";
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

async function caseStories(adapter: string | undefined, options: Options, io: Io): Promise<readonly Story[]> {
  if (adapter === undefined && options.command === undefined) return [];
  const { subject, own, partners, close } = await examined(adapter, options, io);
  try {
    return (io.casesOf ?? listCases)(completeSubject(subject), { own, partners, seed: options.seed });
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

function vectorLines({ vector, origin }: Story, { heading }: Screen): string[] {
  if (vector === undefined) return ["  It is made for this adapter; there is no vector of it."];
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
    ["needs", requires.length === 0 ? "nothing" : requires.join(", ")],
    ...(twin === undefined ? [] : ([["twin", `${twin}, which differs in one thing and is fine`]] as const)),
  ];
  return [
    screen.heading(printable(id)),
    ...wrap(printable(comment), screen.width),
    "",
    ...facts.flatMap(([label, text]) => labelled(label, text, screen, 2, 10)),
    screen.heading("Why"),
    ...flagLines(story, screen),
    ...vectorLines(story, screen),
    screen.heading("Run"),
    `  ${repeat} --case ${id}`,
  ];
}

/** Tells everything about one case to a person. */
export async function explain(id: string, adapter: string | undefined, options: Options, io: Io): Promise<ExitCode> {
  const stories = [...vectorStories(), ...(await caseStories(adapter, options, io))];
  const story = stories.find((one) => one.id === id);
  if (story === undefined) {
    const meant = nearest(
      id,
      stories.map((one) => one.id),
    );
    const hint = meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
    const generated = adapter === undefined ? " For a generated case name the adapter, too." : "";
    throw new UsageError(`There is no case with this id.${hint}${generated}`);
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

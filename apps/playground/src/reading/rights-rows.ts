import { type Authority, captureModeNames, rightNames, rightPaths } from "@roompass/core";
import { plainReading } from "@roompass/core/kit";
import { visibleText } from "../text/visible-text.js";
import { listOf, readingWords, type Tone } from "../text/words.js";

/** One right in the table of what the holder may do. */
export interface RightRow {
  readonly path: string;
  readonly name: string;
  readonly answer: string;
  /** To what the right is limited; absent where it is whole. */
  readonly limit: string | undefined;
  readonly tone: Tone;
}

/** What one of the answers means. */
export interface AnswerMeaning {
  readonly answer: string;
  readonly why: string;
  readonly tone: Tone;
}

export interface RightGroup {
  readonly title: string;
  readonly rows: readonly RightRow[];
}

const groups: readonly (readonly [title: string, prefix: RegExp])[] = [
  ["Sends", /^rights\.publish/],
  ["Receives, and is seen", /^rights\.(?:subscribe|visible)/],
  ["Power over others", /^rights\.(?:moderate|admit)/],
  ["Captures", /^rights\.(?:record|livestream|transcribe)/],
];

function selectionText({ subscribeSelection }: Authority): string | undefined {
  if (subscribeSelection === undefined) return undefined;
  const { base, byParticipantId } = subscribeSelection;
  const kinds =
    typeof base === "boolean"
      ? [base ? "everything" : "nothing"]
      : Object.entries(base).flatMap(([kind, isAllowed]) => (isAllowed ? [kind] : []));
  const ids = Object.keys(byParticipantId ?? {});
  const others =
    ids.length === 0 ? "" : `; other rules for ${listOf(ids.slice(0, 5).map((id) => visibleText(id, 40)))}`;
  return `${listOf(kinds.length === 0 ? ["nothing"] : kinds)}${others}`;
}

function rowFor(path: (typeof rightPaths)[number], authority: Authority): RightRow {
  const { answer, tone } = readingWords[plainReading(authority.rights[path])];
  const modes = authority.modes?.[path as keyof NonNullable<Authority["modes"]>];
  const only =
    path === "rights.subscribe"
      ? selectionText(authority)
      : modes && listOf(modes.map((mode) => captureModeNames[mode]));
  return { path, name: rightNames[path], answer, limit: only === undefined ? undefined : `only ${only}`, tone };
}

/** The answers that this token gives, each with what it means. */
export function answerMeanings(authority: Authority): readonly AnswerMeaning[] {
  const used = new Set(rightPaths.map((path) => plainReading(authority.rights[path])));
  return [...used].map((reading) => readingWords[reading]);
}

/** What the holder may do, right by right. */
export function rightGroups(authority: Authority): readonly RightGroup[] {
  return groups.map(([title, prefix]) => ({
    title,
    rows: rightPaths.filter((path) => prefix.test(path)).map((path) => rowFor(path, authority)),
  }));
}

import type { Difference } from "../authority/compare-authority.js";
import type { FieldPath, RightPath } from "../grant/right-path.js";

/** The two vendors' names as people write them. */
export interface Names {
  readonly from: string;
  readonly to: string;
}

const readingOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "reading" in value ? String(value.reading) : String(value);

const sourceSays: Readonly<Record<string, string>> = {
  allow: "allows it",
  deny: "denies it",
  possible: "has a role that may include it",
  "default(allow)": "is silent and allows it by default",
  "default(deny)": "is silent and denies it by default",
  unknown: "is silent and its room decides",
  ungoverned: "has no say over it",
};

const targetSays: Readonly<Record<string, string>> = {
  ...sourceSays,
  possible: "would give a role that may include it",
  "default(deny)": "does not give it",
  unknown: "leaves it to the room or does not document it",
  ungoverned: "cannot withhold it from anybody who joins",
};

const exceptionsIn = (value: unknown): string =>
  typeof value === "object" && value !== null && "exceptions" in value
    ? ", with exceptions that have no neutral name"
    : "";

/** A documented right of everybody is told apart from what nobody documents by the verdict it leads to. */
function saysSource({ from, verdict }: Difference): string {
  const reading = readingOf(from);
  if (reading === "ungoverned" && verdict === "assumed") return "cannot withhold it, and everybody may";
  return `${sourceSays[reading] ?? "says so"}${exceptionsIn(from)}`;
}

/** A denial that a setting or its holder might lift is not certain, and leads to another verdict than one that holds. */
function saysTarget({ to, verdict }: Difference): string {
  const reading = readingOf(to);
  const holds = verdict === "equal" || verdict === "narrowed" || verdict === "incomparable";
  if (reading === "default(deny)" && !holds) return "does not give it, but a setting might";
  // With exceptions a denial that holds leads to other verdicts, too.
  if (to === "deny" && !holds) return "denies it, but that may be lifted";
  return `${targetSays[reading] ?? "says so"}${exceptionsIn(to)}`;
}

/** One sentence about a right: what each side says. */
export function reasonForRight(difference: Difference, names: Names): string {
  const from = saysSource(difference);
  const to = saysTarget(difference);
  if (difference.verdict === "incomparable")
    return `Neither contains the other: the ${names.from} token ${from}, the ${names.to} token ${to}.`;
  return `The ${names.from} token ${from}; the ${names.to} token ${to}.`;
}

type Sentences = { readonly [path in FieldPath]?: { readonly wider: string; readonly narrowed: string } };

const sentences: Sentences = {
  purpose: {
    wider: "The target would serve another purpose, or call another vendor's server API, which no policy allows.",
    narrowed: "The target serves fewer purposes.",
  },
  room: {
    wider: "The target would be good for rooms that the source is not good for, or for every room of another account.",
    narrowed: "The target is good for fewer rooms.",
  },
  notBefore: { wider: "The target could be used earlier.", narrowed: "The target can be used later only." },
  expiresAt: {
    wider: "The target would end later than the source, or the source's expiry is not known.",
    narrowed: "The target ends earlier.",
  },
  "stay.endsAtExpiry": {
    wider: "The source removes its holder from the call at expiry; the target's token cannot.",
    narrowed: "The target removes its holder from the call at expiry.",
  },
  "stay.maxSeconds": {
    wider: "The source limits how long its holder stays; the target's token cannot, or not so tightly.",
    narrowed: "The target limits how long its holder stays more tightly.",
  },
  entry: {
    wider: "The source's holder has to ask to enter; the target's holder might walk in.",
    narrowed: "The target's holder has to ask to enter.",
  },
  "participant.id": {
    wider: "The source is bound to one person; the target would be good for whoever holds it, or for somebody else.",
    narrowed: "The target is bound to one person; the source is not.",
  },
  "automation.record": {
    wider: "The target would start a recording by itself.",
    narrowed: "The target does not start the recording by itself.",
  },
  "automation.transcribe": {
    wider: "The target would start a transcription by itself.",
    narrowed: "The target does not start the transcription by itself.",
  },
};

/** One sentence about a component that is not a right. */
export function reasonForField(difference: Difference): string {
  const pair = sentences[difference.path as FieldPath];
  const gain = difference.verdict === "wider" || difference.verdict === "incomparable";
  return pair === undefined ? "The two differ." : gain ? pair.wider : pair.narrowed;
}

/** The right itself and those that are asked for together with it: all that shorthand for their parent sets. */
export function siblingsOf(path: RightPath, all: readonly RightPath[]): RightPath[] {
  const parent = path.slice(0, path.lastIndexOf("."));
  return parent === "rights"
    ? [path]
    : all.filter((other) => other.startsWith(`${parent}.`) && other !== "rights.publish.data");
}

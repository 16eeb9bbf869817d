import { everyWay, kinds, type Powers, type Reception, type Span, type Until, type Where } from "./powers.js";
import { isOpen, isWithheld, type Right, rights, type Sight, type Verdict, verdictOf } from "./rights-table.js";

/** How one component came out; `incomparable`: neither is within the other. */
export type Outcome = Verdict | "incomparable";

/** What is known of the two tokens beside what they say. */
export interface Place extends Sight {
  /** What lies in the past makes no difference. Unix seconds. */
  readonly now: number;
  /** The two tokens are the same, letter by letter. */
  readonly identical?: boolean;
  /** How the new vendor compares the names of rooms; letter by letter where it is left out. */
  readonly roomName?: (name: string) => string;
}

/** Everything that has an order, by the path under which a report speaks of it. */
export type Outcomes = Readonly<Record<string, Outcome>>;

const more = (isMore: boolean, isLess: boolean): Outcome => (isMore ? "wider" : isLess ? "narrowed" : "equal");

/** As text, whatever order members were written in. */
function textOf(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .map(([name, member]) => `${JSON.stringify(name)}:${textOf(member)}`)
    .sort()
    .join()}}`;
}

const same = (first: unknown, second: unknown): boolean => first === second || textOf(first) === textOf(second);

/** Whether both say the same about something that may mean more than one thing. */
function hasSameWords(path: string, before: Powers, after: Powers, place: Place): boolean {
  return place.identical === true || (path in before.words && same(before.words[path], after.words[path]));
}

function orderLists(from: readonly string[], to: readonly string[]): Outcome {
  const gained = to.some((item) => !from.includes(item));
  const lost = from.some((item) => !to.includes(item));
  return gained && lost ? "incomparable" : more(gained, lost);
}

const namesOf = (where: Where): readonly string[] | undefined =>
  typeof where === "string" ? [where] : Array.isArray(where) ? where : undefined;

/** Every room is every room of one account: of two accounts they are other rooms. What a pattern matches nobody knows. */
function orderRooms(from: Where, to: Where, sameAccount: boolean, roomName: (name: string) => string): Outcome {
  if (from === undefined) return sameAccount ? more(false, to !== undefined) : "incomparable";
  if (to === undefined) return "wider";
  const [before, after] = [namesOf(from), namesOf(to)];
  if (before === undefined && after === undefined) return same(from, to) ? "equal" : "incomparable";
  if (before === undefined || after === undefined) return "incomparable";
  return orderLists(before.map(roomName), after.map(roomName));
}

function orderPeople(from: string | undefined, to: string | undefined): Outcome {
  if (from === to) return "equal";
  if (from === undefined) return "narrowed";
  return to === undefined ? "wider" : "incomparable";
}

function orderEnds(from: Until, to: Until): Outcome {
  if (from === "not said" || to === "not said") return "incomparable";
  const seconds = (until: Until): number => (typeof until === "number" ? until : Number.POSITIVE_INFINITY);
  return more(seconds(to) > seconds(from), seconds(to) < seconds(from));
}

type Started = string | boolean | undefined;

function orderStarts(from: Started, to: Started): Outcome {
  const [before, after] = [from === false ? undefined : from, to === false ? undefined : to];
  if (before === undefined || after === undefined) return more(after !== undefined, before !== undefined);
  return before === after ? "equal" : "incomparable";
}

function hears(reception: Reception | undefined, sender: string | undefined, kind: string): boolean {
  const own = sender === undefined ? undefined : reception?.of[sender]?.[kind];
  return own ?? reception?.ofEverybody[kind] ?? reception === undefined;
}

/** Kind by kind, for every sender that either side names and for one that neither does. */
function orderReception(from: Reception | undefined, to: Reception | undefined): Outcome {
  const senders = [undefined, ...Object.keys(from?.of ?? {}), ...Object.keys(to?.of ?? {})];
  const heard = (reception: Reception | undefined): string[] =>
    senders.flatMap((sender) =>
      kinds.filter((kind) => hears(reception, sender, kind)).map((kind) => `${kind} ${sender ?? ""}`),
    );
  return orderLists(heard(from), heard(to));
}

const refined = (verdict: Outcome, order: Outcome): Outcome => (order === "equal" ? verdict : order);

function compareReception(before: Powers, after: Powers, verdict: Outcome): Outcome {
  if (before.receives === undefined && after.receives === undefined) return verdict;
  const to = after.can["rights.subscribe"];
  if (isWithheld(to) || verdict === "wider") return verdict;
  // A selection denies something, and only a token that states one can deny it.
  return to === "allow" ? refined(verdict, orderReception(before.receives, after.receives)) : "wider";
}

const waysOf: Readonly<Partial<Record<Right, (powers: Powers) => readonly string[] | undefined>>> = {
  "rights.record": ({ recordsAs }) => recordsAs,
  "rights.livestream": ({ streamsAs }) => streamsAs,
  "rights.transcribe": ({ transcribesAs }) => transcribesAs,
};

function compareWays(right: Right, before: Powers, after: Powers, verdict: Outcome): Outcome {
  const [from, to] = [before.can[right], after.can[right]];
  if (from !== "allow") return verdict;
  const [fewer, rest] = [waysOf[right]?.(before), waysOf[right]?.(after)];
  if (to === "default(allow)" && fewer !== undefined) return "wider";
  return to === "allow" ? refined(verdict, orderLists(fewer ?? everyWay, rest ?? everyWay)) : verdict;
}

function compareRight(right: Right, before: Powers, after: Powers, place: Place): Outcome {
  const [from, to] = [before.can[right], after.can[right]];
  const isSaidAlike = hasSameWords(right, before, after, place);
  // What is said beyond the answer is more than the answer, unless the source says the very same.
  if (after.saysMoreOf?.includes(right) === true && !(place.sameVendor === true && isSaidAlike)) return "wider";
  const isUnsaid = from !== "possible" && before.words[right] === undefined && after.words[right] === undefined;
  const verdict = verdictOf(from, to, { ...place, sameWords: isSaidAlike || isUnsaid });
  if (right === "rights.subscribe") return compareReception(before, after, verdict);
  if (waysOf[right] !== undefined) return compareWays(right, before, after, verdict);
  // Somebody hidden is not less than somebody seen.
  return right === "rights.visible" && verdict === "narrowed" ? "incomparable" : verdict;
}

/** How everything came out that the first token let its holder do. */
export function compare(before: Powers, after: Powers, place: Place): Outcomes {
  const sameAccount =
    place.samePlace === true ||
    (place.sameVendor === true && before.account !== undefined && before.account === after.account);
  const { roomName = (name: string) => name } = place;
  const start = (time: number): number => Math.max(time, place.now);

  /** The most of the target against the least of the source, unless both say the very same in one place. */
  function bound<Value>(
    path: string,
    from: Span<Value>,
    to: Span<Value>,
    order: (least: Value, most: Value) => Outcome,
  ): Outcome {
    const isSame = place.samePlace === true && hasSameWords(path, before, after, place) && same(from, to);
    return isSame ? "equal" : order(from.least, to.most);
  }

  return {
    purpose: bound("purpose", before.purposes, after.purposes, (from, to) =>
      // One vendor's server API is never within another's.
      place.sameVendor !== true && to.includes("api") ? "wider" : orderLists(from, to),
    ),
    room: bound("room", before.room, after.room, (from, to) => orderRooms(from, to, sameAccount, roomName)),
    "participant.id": bound("participant.id", before.person, after.person, orderPeople),
    notBefore: bound("notBefore", before.from, after.from, (from, to) =>
      more(start(to) < start(from), start(to) > start(from)),
    ),
    expiresAt: bound("expiresAt", before.until, after.until, orderEnds),
    "stay.endsAtExpiry": bound("stay.endsAtExpiry", before.endsAtExpiry, after.endsAtExpiry, (from, to) =>
      more(from && !to, !from && to),
    ),
    "stay.maxSeconds": bound("stay.maxSeconds", before.maxSeconds, after.maxSeconds, (from, to) =>
      more(to > from, to < from),
    ),
    entry: bound("entry", before.walksIn, after.walksIn, (from, to) => more(!from && to, from && !to)),
    "automation.record": orderStarts(before.startsRecording, after.startsRecording),
    "automation.transcribe": orderStarts(before.startsTranscription, after.startsTranscription),
    ...Object.fromEntries(rights.map((right) => [right, compareRight(right, before, after, place)])),
  };
}

/** The paths at which the second token is not within the first. */
export function gains(outcomes: Outcomes): string[] {
  return Object.keys(outcomes).filter((path) => outcomes[path] === "wider" || outcomes[path] === "incomparable");
}

const powersOverOthers: ReadonlySet<string> = new Set([
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
]);

/** More is better. A power over others that nobody can say who has is worth less than one that is withheld. */
const worth: Readonly<Record<Outcome, number>> = {
  equal: 6,
  assumed: 5,
  advisory: 4,
  moved: 3,
  narrowed: 2,
  wider: 0,
  incomparable: 0,
};
const worthOfChance = 1;

/** How much of the first token the second one keeps: entry, then right by right in the order of preference. */
export function kept(outcomes: Outcomes, after: Powers): number[] {
  return ["entry", ...rights].map((path) => {
    const outcome = outcomes[path] as Outcome;
    const isChance = powersOverOthers.has(path) && outcome !== "equal" && isOpen(after.can[path as Right]);
    return isChance ? worthOfChance : worth[outcome];
  });
}

/** Whether the first keeps more than the second at the first place where they differ. */
export function isBetter(first: readonly number[], second: readonly number[]): boolean {
  const index = first.findIndex((value, place) => value !== second[place]);
  return index >= 0 && (first[index] as number) > (second[index] as number);
}

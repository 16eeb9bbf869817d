import { kinds, type Powers, type Reception, type Span, type Until } from "./powers.ts";
import { isOpen, type Right, rights, type Sight, type Verdict, verdictOf } from "./rights-table.ts";

export type Outcome = Verdict | "incomparable";

export interface Place extends Sight {
  /** What lies in the past makes no difference. */
  readonly now: number;
}

/** Everything that has an order, by the path under which a report speaks of it. */
export type Outcomes = Readonly<Record<string, Outcome>>;

const more = (isMore: boolean, isLess: boolean): Outcome => (isMore ? "wider" : isLess ? "narrowed" : "equal");

/** The most of the target against the least of the source, unless both say the very same in one place. */
function bound<Value>(
  before: Span<Value>,
  after: Span<Value>,
  isSame: boolean,
  order: (from: Value, to: Value) => Outcome,
): Outcome {
  return isSame && same(before, after) ? "equal" : order(before.least, after.most);
}

const same = (first: unknown, second: unknown): boolean => JSON.stringify(first) === JSON.stringify(second);

function orderLists(from: readonly string[], to: readonly string[]): Outcome {
  const gained = to.some((item) => !from.includes(item));
  const lost = from.some((item) => !to.includes(item));
  return gained && lost ? "incomparable" : more(gained, lost);
}

/** Every room is every room of one account: of two accounts they are other rooms. */
function orderRooms(from: string | undefined, to: string | undefined, sameAccount: boolean): Outcome {
  if (from === undefined) return sameAccount ? more(false, to !== undefined) : "incomparable";
  if (to === undefined) return "wider";
  return from === to ? "equal" : "incomparable";
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

function hears(reception: Reception | undefined, sender: string, kind: string): boolean {
  return reception?.of[sender]?.[kind] ?? reception?.ofEverybody[kind] ?? reception === undefined;
}

/** Kind by kind, for every sender that either side names and for one that neither does. */
function orderReception(from: Reception | undefined, to: Reception | undefined): Outcome {
  const senders = ["", ...Object.keys(from?.of ?? {}), ...Object.keys(to?.of ?? {})];
  const heard = (reception: Reception | undefined): string[] =>
    senders.flatMap((sender) =>
      kinds.filter((kind) => hears(reception, sender, kind)).map((kind) => `${sender}/${kind}`),
    );
  return orderLists(heard(from), heard(to));
}

function refined(verdict: Outcome, order: Outcome): Outcome {
  return order === "equal" ? verdict : order;
}

function compareReception(before: Powers, after: Powers, verdict: Outcome): Outcome {
  if (before.receives === undefined && after.receives === undefined) return verdict;
  const to = after.can["rights.subscribe"];
  if (to === "deny" || to === "default(deny)" || verdict === "wider") return verdict;
  // A selection denies something, and only a token that states one can deny it.
  return to === "allow" ? refined(verdict, orderReception(before.receives, after.receives)) : "wider";
}

const everyWay = ["cloud", "cloud-audio-only", "local", "raw-tracks"];

function compareRecording(before: Powers, after: Powers, verdict: Outcome): Outcome {
  const [from, to] = [before.can["rights.record"], after.can["rights.record"]];
  if (from !== "allow" || to !== "allow") return verdict;
  return refined(verdict, orderLists(before.recordsAs ?? everyWay, after.recordsAs ?? everyWay));
}

function compareRight(right: Right, before: Powers, after: Powers, place: Place): Outcome {
  const [from, to] = [before.words[right], after.words[right]];
  const sameWords = same(from, to) && (before.can[right] !== "possible" || from !== undefined);
  const verdict = verdictOf(before.can[right], after.can[right], { ...place, sameWords });
  if (right === "rights.subscribe") return compareReception(before, after, verdict);
  if (right === "rights.record") return compareRecording(before, after, verdict);
  // Somebody hidden is not less than somebody seen.
  return right === "rights.visible" && verdict === "narrowed" ? "incomparable" : verdict;
}

/** How everything came out that the first token let its holder do. */
export function compare(before: Powers, after: Powers, place: Place): Outcomes {
  const sameAccount =
    place.samePlace === true ||
    (place.sameVendor === true && before.account !== undefined && before.account === after.account);
  const start = (time: number): number => Math.max(time, place.now);
  const said = (path: string): boolean =>
    place.samePlace === true && path in before.words && same(before.words[path], after.words[path]);
  return {
    purpose: bound(before.purposes, after.purposes, said("purpose"), orderLists),
    room: bound(before.room, after.room, said("room"), (from, to) => orderRooms(from, to, sameAccount)),
    "participant.id": bound(before.person, after.person, said("participant.id"), orderPeople),
    notBefore: bound(before.from, after.from, said("notBefore"), (from, to) =>
      more(start(to) < start(from), start(to) > start(from)),
    ),
    expiresAt: bound(before.until, after.until, said("expiresAt"), orderEnds),
    "stay.endsAtExpiry": bound(before.endsAtExpiry, after.endsAtExpiry, said("stay.endsAtExpiry"), (from, to) =>
      more(from && !to, !from && to),
    ),
    "stay.maxSeconds": bound(before.maxSeconds, after.maxSeconds, said("stay.maxSeconds"), (from, to) =>
      more(to > from, to < from),
    ),
    entry: bound(before.walksIn, after.walksIn, said("entry"), (from, to) => more(!from && to, from && !to)),
    "automation.record": more(
      after.startsRecording !== undefined && after.startsRecording !== before.startsRecording,
      before.startsRecording !== undefined && after.startsRecording === undefined,
    ),
    "automation.transcribe": more(
      after.startsTranscription && !before.startsTranscription,
      before.startsTranscription && !after.startsTranscription,
    ),
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

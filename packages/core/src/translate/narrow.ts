import type { Authority, StatedReading } from "../authority/authority.js";
import { readingsOfRights } from "../authority/ceilings.js";
import { orderRooms } from "../authority/order.js";
import { type Assume, readSource } from "../authority/verdict.js";
import type { Grant, SubscribeKinds, SubscribeSelection } from "../grant/grant.js";
import { subscribeKinds } from "../grant/kinds.js";
import { parseGrant } from "../grant/parse-grant.js";
import { capturePaths, type GrantPath, type RightPath, rightPaths } from "../grant/right-path.js";
import type { ReadPolicy } from "./policy.js";
import type { Refusal } from "./report.js";
import { refuse, type Source } from "./source.js";

/** A source after narrowing, the paths that the caller's `narrow` changed, and what could not be intersected. */
export interface Narrowed extends Source {
  readonly touched: ReadonlySet<GrantPath>;
  /** What the source granted before, for the reader of a report. */
  readonly before: Authority;
  readonly refusals: readonly Refusal[];
}

function allKinds(value: boolean): SubscribeKinds {
  return { microphone: value, camera: value, screen: value, screenAudio: value, custom: value };
}

function meetKinds(a: boolean | SubscribeKinds, b: boolean | SubscribeKinds): SubscribeKinds {
  const left = typeof a === "boolean" ? allKinds(a) : a;
  const right = typeof b === "boolean" ? allKinds(b) : b;
  const result = allKinds(false);
  return { ...result, ...Object.fromEntries(subscribeKinds.map((kind) => [kind, left[kind] && right[kind]])) };
}

function kindsOf(selection: SubscribeSelection, sender: string): SubscribeKinds {
  const base = typeof selection.base === "boolean" ? allKinds(selection.base) : selection.base;
  const own = selection.byParticipantId?.[sender];
  if (own === undefined) return base;
  return typeof own === "boolean" ? allKinds(own) : { ...base, ...own };
}

/** What both selections let through. */
export function meetSelections(a: SubscribeSelection, b: SubscribeSelection): SubscribeSelection {
  const senders = [
    ...new Set([...Object.keys(a.byParticipantId ?? {}), ...Object.keys(b.byParticipantId ?? {})]),
  ].sort();
  const base = meetKinds(a.base, b.base);
  if (senders.length === 0) return { base };
  return {
    base,
    byParticipantId: Object.fromEntries(
      senders.map((sender) => [sender, meetKinds(kindsOf(a, sender), kindsOf(b, sender))]),
    ),
  };
}

/**
 * Whether some modes or kinds can be selected from a right: where the source is silent, no more than what its default
 * gives, and what it is not documented to give cannot be selected from.
 */
function canSelectFrom(reading: StatedReading, assume: Assume): boolean {
  const counted = readSource(reading, assume);
  return counted === "allow" || counted === "default(allow)";
}

function narrowRights(
  authority: Authority,
  rights: Grant["rights"],
  assume: Assume,
  touched: Set<GrantPath>,
): Authority {
  const narrow = readingsOfRights(rights);
  const readings: Record<RightPath, StatedReading> = { ...authority.rights };
  const modes = { ...authority.modes };
  for (const path of rightPaths) {
    if (narrow.rights[path] !== "deny" || readings[path] === "deny") continue;
    readings[path] = "deny";
    touched.add(path);
  }
  for (const path of capturePaths) {
    const list = narrow.modes[path];
    if (list === undefined || readings[path] === "deny") continue;
    const had = readings[path] === "allow" ? modes[path] : undefined;
    const met = had === undefined ? list : list.filter((mode) => had.includes(mode));
    readings[path] = met.length > 0 && canSelectFrom(readings[path], assume) ? "allow" : "deny";
    if (readings[path] === "allow") modes[path] = met;
    touched.add(path);
  }
  const { subscribeSelection: hadSelection, ...rest } = authority;
  let selection = hadSelection;
  if (narrow.subscribeSelection !== undefined && readings["rights.subscribe"] !== "deny") {
    const gives = canSelectFrom(readings["rights.subscribe"], assume);
    readings["rights.subscribe"] = gives ? "allow" : "deny";
    selection = gives ? meetSelections(hadSelection ?? { base: true }, narrow.subscribeSelection) : undefined;
    touched.add("rights.subscribe");
  }
  return { ...rest, rights: readings, modes, ...(selection === undefined ? {} : { subscribeSelection: selection }) };
}

function laterOf(notBefore: number, narrow: number | undefined): number {
  return narrow !== undefined && narrow > notBefore ? narrow : notBefore;
}

function earlierOf(expiresAt: number | null | undefined, narrow: number | null | undefined): number | null | undefined {
  if (narrow === undefined || narrow === null) return expiresAt;
  return expiresAt === undefined || expiresAt === null || narrow < expiresAt ? narrow : expiresAt;
}

function shorterOf(seconds: number | null, narrow: number | undefined): number | null {
  return narrow !== undefined && (seconds === null || narrow < seconds) ? narrow : seconds;
}

/**
 * Intersects a source with the caller's `narrow`. Nothing can come out of it that the source did not hold, but an
 * expiry or an id may be given where the source has none.
 */
export function narrowSource(source: Source, policy: ReadPolicy, now: number): Narrowed {
  if (policy.narrow === undefined) return { ...source, before: source.authority, touched: new Set(), refusals: [] };
  const narrow = parseGrant({ room: { any: true }, ...policy.narrow }, { now, requireExpiry: false });
  const touched = new Set<GrantPath>();
  const refusals: Refusal[] = [];
  let authority = narrowRights(source.authority, narrow.rights, policy.assume, touched);

  if (policy.narrow.room !== undefined) {
    const order = orderRooms(narrow.room, authority.room.lowest, { sameTenant: true, normalizeRoom: (name) => name });
    if (order === "wider" || order === "incomparable") {
      refusals.push(
        refuse(
          "room",
          authority.room.lowest,
          narrow.room,
          "`narrow.room` names rooms that the source is not good for.",
        ),
      );
    } else {
      if (order === "narrower") touched.add("room");
      authority = { ...authority, room: { lowest: narrow.room, highest: narrow.room } };
    }
  }
  const id = narrow.participant?.id;
  if (id !== undefined) {
    const bound = authority.identity.lowest;
    if (bound !== null && bound !== id) {
      refusals.push(
        refuse(
          "participant.id",
          "another id",
          "the id in `narrow`",
          "The source is bound to another participant than `narrow.participant.id` names.",
        ),
      );
    } else {
      if (bound === null) touched.add("participant.id");
      authority = { ...authority, identity: { lowest: id, highest: id } };
    }
  }
  const { lowest, highest } = authority.window;
  const window = {
    lowest: {
      notBefore: laterOf(lowest.notBefore, narrow.notBefore),
      expiresAt: earlierOf(lowest.expiresAt, narrow.expiresAt),
    },
    highest: {
      notBefore: laterOf(highest.notBefore, narrow.notBefore),
      expiresAt: earlierOf(highest.expiresAt, narrow.expiresAt),
    },
  };
  if (window.lowest.notBefore !== lowest.notBefore) touched.add("notBefore");
  if (window.lowest.expiresAt !== lowest.expiresAt) touched.add("expiresAt");

  const ends = narrow.stay?.endsAtExpiry === true;
  const limit = (stay: Authority["stay"]["lowest"]) => ({
    maxSeconds: shorterOf(stay.maxSeconds, narrow.stay?.maxSeconds),
    endsAtExpiry: stay.endsAtExpiry || ends,
  });
  const stay = { lowest: limit(authority.stay.lowest), highest: limit(authority.stay.highest) };
  if (stay.lowest.maxSeconds !== authority.stay.lowest.maxSeconds) touched.add("stay.maxSeconds");
  if (stay.lowest.endsAtExpiry !== authority.stay.lowest.endsAtExpiry) touched.add("stay.endsAtExpiry");

  let entry = authority.entry;
  if (narrow.entry === "ask" && entry.lowest !== "ask") {
    entry = { lowest: "ask", highest: "ask" };
    touched.add("entry");
  }
  const narrowed = { ...authority, window, stay, entry };
  return { decoded: source.decoded, authority: narrowed, before: source.authority, touched, refusals };
}

import type { Bounds } from "../authority/authority.js";
import { type ComparisonContext, compareAuthority, type Difference, isGain } from "../authority/compare-authority.js";
import type { ComponentVerdict } from "../authority/compare-rights.js";
import { orderRooms } from "../authority/order.js";
import { sameValue } from "../grant/compare-values.js";
import type { RoomScope } from "../grant/grant.js";
import { reasonForChange } from "./change-reasons.js";
import { type Change, type ChangeKind, type Comparison, summarize } from "./comparison.js";
import { type Granting, readSubject, type Subject } from "./subject.js";
import { unmodelledChanges } from "./unmodelled-changes.js";

export interface CompareOptions {
  /** Unix seconds; a beginning that lies in the past makes no difference. */
  readonly now: number;
  /** Lists what is equal, too. */
  readonly includeEqual?: boolean;
}

const kinds: Readonly<Record<ComponentVerdict, ChangeKind>> = {
  equal: "equal",
  narrowed: "lost",
  wider: "gained",
  incomparable: "gained",
  assumed: "uncertain",
  advisory: "uncertain",
  moved: "uncertain",
};

function isWithin(
  inner: Bounds<RoomScope>,
  outer: Bounds<RoomScope>,
  normalizeRoom: Subject["normalizeRoom"],
): boolean {
  if (sameValue(inner, outer)) return true;
  const order = orderRooms(inner.highest, outer.lowest, { sameTenant: true, normalizeRoom });
  return order === "equal" || order === "narrower";
}

/**
 * Whether silence means the same on both sides. Two grants leave it to the same unknown vendor. Two tokens have to be
 * of one vendor and one account, and the new one of rooms that the old one is good for: it is the setting of that
 * room that answers for both.
 */
function placeOf(before: Subject, after: Subject): { sameVendor: boolean; samePlace: boolean } {
  if (before.token === undefined && after.token === undefined) return { sameVendor: true, samePlace: true };
  const sameVendor = before.token !== undefined && before.token.adapter.vendor === after.token?.adapter.vendor;
  const samePlace =
    sameVendor &&
    before.authority.tenant === after.authority.tenant &&
    sameValue(before.token?.roomSettings, after.token?.roomSettings) &&
    isWithin(after.authority.room, before.authority.room, after.normalizeRoom);
  return { sameVendor, samePlace };
}

/** An expiry that neither states is the same silence, which the order alone cannot know. */
function isSameSilence({ path }: Difference, before: Subject, after: Subject, samePlace: boolean): boolean {
  const { lowest, highest } = before.authority.window;
  return (
    path === "expiresAt" &&
    samePlace &&
    lowest.expiresAt === after.authority.window.lowest.expiresAt &&
    highest.expiresAt === after.authority.window.highest.expiresAt
  );
}

/** Where the most that the new one means equals the least that the old one means, it may still give less. */
function mayGiveLess(difference: Difference, backwards: readonly Difference[]): boolean {
  if (difference.path.startsWith("rights.")) return false;
  const back = backwards.find(({ path }) => path === difference.path);
  return back !== undefined && isGain(back);
}

/** Ids are nobody's business in a report. */
function shown(path: Difference["path"], value: unknown): unknown {
  if (path !== "participant.id") return value;
  return value === null ? "unbound" : "bound";
}

function componentChanges(before: Subject, after: Subject, now: number): Change[] {
  const place = placeOf(before, after);
  // Grants know no vendor, so the one that compares room names is the token's, where there is one.
  const { normalizeRoom } = after.token === undefined ? before : after;
  const context: ComparisonContext = { ...place, assume: "documented-defaults", now, normalizeRoom };
  const backwards = compareAuthority(after.authority, before.authority, context);
  return compareAuthority(before.authority, after.authority, context).map((difference) => {
    const { path } = difference;
    const isSilent = isSameSilence(difference, before, after, place.samePlace);
    const judged = isSilent ? "equal" : kinds[difference.verdict];
    const kind = judged === "equal" && !isSilent && mayGiveLess(difference, backwards) ? "uncertain" : judged;
    const reason = reasonForChange(difference, kind);
    return { path, kind, from: shown(path, difference.from), to: shown(path, difference.to), reason };
  });
}

/**
 * May the new one do anything that the old one could not? Each side is a grant, or a token with its adapter.
 *
 * Compares everything that grants something: rights, rooms, window, stay, entry, person, purpose and what starts by
 * itself. The new one gains where the most that it can mean goes beyond the least that the old one means, or where a
 * part of it could not be read. Names, metadata and client hints grant nothing and are not compared.
 *
 * A grant against a token has no common account and no common silence, so that much of it is `uncertain`; every room of
 * one is then not known to be every room of the other and counts as gained. Tokens that do not name their account are
 * taken to be of the same one.
 *
 * @throws RoompassError `translate.vendor-mismatch` for a token with the adapter of another vendor.
 */
export function compare(before: Granting, after: Granting, options: CompareOptions): Comparison {
  const old = readSubject(before);
  const fresh = readSubject(after);
  const changes = [...componentChanges(old, fresh, options.now), ...unmodelledChanges(old, fresh)];
  return summarize(changes, options.includeEqual === true);
}

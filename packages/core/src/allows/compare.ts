import type { Authority } from "../authority/authority.js";
import {
  type ComparisonContext,
  compareAuthority,
  compareComponent,
  type Difference,
  isGain,
  isOrderedPath,
  type OrderedPath,
} from "../authority/compare-authority.js";
import type { ComponentVerdict } from "../authority/compare-rights.js";
import { orderRooms } from "../authority/order.js";
import { shownValue } from "../authority/shown-value.js";
import { wordingOf } from "../authority/statements.js";
import { checkOptions } from "../errors/check-options.js";
import { sameValue } from "../grant/compare-values.js";
import { checkNow } from "../jws/time-claims.js";
import { reasonForChange } from "./change-reasons.js";
import { type Change, type ChangeKind, type Comparison, summarize } from "./comparison.js";
import { type Granting, readSubject, type Subject, saysTheVerySame } from "./subject.js";
import { unmodelledChanges } from "./unmodelled-changes.js";

/** How two grants or tokens are compared. */
export interface CompareOptions {
  /** Unix seconds; a beginning that lies in the past makes no difference. */
  readonly now: number;
  /** Lists what is equal, too. */
  readonly includeEqual?: boolean;
}

const knownOptions = { called: "options", names: ["now", "includeEqual"] } as const;

const kinds: Readonly<Record<ComponentVerdict, ChangeKind>> = {
  equal: "equal",
  narrowed: "lost",
  wider: "gained",
  incomparable: "gained",
  assumed: "uncertain",
  advisory: "uncertain",
  moved: "uncertain",
};

function isWithinRooms(
  inner: Authority,
  outer: Authority,
  place: Place,
  normalizeRoom: Subject["normalizeRoom"],
): boolean {
  if (wordingOf("room", outer, inner, place) === "same" && sameValue(inner.room, outer.room)) return true;
  const order = orderRooms(inner.room.highest, outer.room.lowest, { sameTenant: true, normalizeRoom });
  return order === "equal" || order === "narrower";
}

type Place = Pick<ComparisonContext, "sameVendor" | "samePlace" | "identical">;

/**
 * Whether silence means the same on both sides. Two grants leave it to the same unknown vendor. Two tokens have to be
 * of one vendor and one account, and the new one of rooms that the old one is good for: it is the setting of that
 * room that answers for both.
 */
function placeOf(before: Subject, after: Subject): Place {
  if (before.token === undefined && after.token === undefined) return { sameVendor: true, samePlace: true };
  const sameVendor = before.token !== undefined && before.token.adapter.vendor === after.token?.adapter.vendor;
  const place = { sameVendor, samePlace: false, identical: sameVendor && saysTheVerySame(before, after) };
  const samePlace =
    sameVendor &&
    before.authority.tenant === after.authority.tenant &&
    sameValue(before.token?.roomSettings, after.token?.roomSettings) &&
    isWithinRooms(after.authority, before.authority, place, after.normalizeRoom);
  return { ...place, samePlace };
}

/** Where the most that the new one means equals the least that the old one means, it may still give less. */
function mayGiveLess(path: OrderedPath, before: Subject, after: Subject, context: ComparisonContext): boolean {
  return isGain(compareComponent(path, after.authority, before.authority, context));
}

function componentChanges(before: Subject, after: Subject, options: CompareOptions): Change[] {
  const place = placeOf(before, after);
  // Grants know no vendor, so the one that compares room names is the token's, where there is one.
  const { normalizeRoom } = after.token === undefined ? before : after;
  const context: ComparisonContext = { ...place, assume: "documented-defaults", now: options.now, normalizeRoom };
  const kindOf = ({ path, verdict }: Difference): ChangeKind => {
    const kind = kinds[verdict];
    if (kind !== "equal" || !isOrderedPath(path)) return kind;
    return mayGiveLess(path, before, after, context) ? "uncertain" : kind;
  };
  const changes: Change[] = [];
  for (const difference of compareAuthority(before.authority, after.authority, context)) {
    const { path } = difference;
    const kind = kindOf(difference);
    // What nobody is going to see is not put into words.
    if (kind === "equal" && options.includeEqual !== true) continue;
    const reason = reasonForChange(difference, kind);
    changes.push({ path, kind, from: shownValue(path, difference.from), to: shownValue(path, difference.to), reason });
  }
  return changes;
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
 * @throws RoompassError `translate.vendor-mismatch` for a token with the adapter of another vendor; `input.wrong-kind`,
 *   `options.unknown`, `options.invalid` or `clock.invalid` for a wrong call.
 */
export function compare(before: Granting, after: Granting, options: CompareOptions): Comparison {
  checkOptions(options, knownOptions);
  checkNow(options.now, "now");
  const old = readSubject(before, "before");
  const fresh = readSubject(after, "after");
  return summarize([...componentChanges(old, fresh, options), ...unmodelledChanges(old, fresh)]);
}

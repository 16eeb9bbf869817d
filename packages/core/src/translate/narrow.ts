import type { Authority } from "../authority/authority.js";
import { orderRooms } from "../authority/order.js";
import type { GrantPath, RightPath } from "../grant/right-path.js";
import { narrowRights } from "./narrow-rights.js";
import { parsePart } from "./parse-part.js";
import type { ReadPolicy } from "./policy.js";
import type { Refusal } from "./report.js";
import { refuse, type Source } from "./source.js";

/** A source after narrowing, the paths that the caller's `narrow` changed, and what could not be intersected. */
export interface Narrowed extends Source {
  readonly touched: ReadonlySet<GrantPath>;
  /** Rights of which `narrow` selected a part, and which the source only allows by default. */
  readonly fromDefault: ReadonlySet<RightPath>;
  /** What the source granted before, for the reader of a report. */
  readonly before: Authority;
  readonly refusals: readonly Refusal[];
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
  const before = source.authority;
  if (policy.narrow === undefined)
    return { ...source, before, touched: new Set(), fromDefault: new Set(), refusals: [] };
  const narrow = parsePart(policy.narrow, now, (path) => `policy.narrow.${path}`);
  const rights = narrowRights(before, narrow.rights, policy.assume);
  const touched = new Set<GrantPath>(rights.touched);
  const refusals: Refusal[] = [];
  let { authority } = rights;

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
  return {
    decoded: source.decoded,
    authority: narrowed,
    before,
    touched,
    fromDefault: rights.fromDefault,
    refusals,
  };
}

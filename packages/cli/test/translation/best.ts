import {
  answers,
  compare,
  gains,
  isBetter,
  kept,
  type Place,
  type Powers,
  type Right,
  rights,
  type Said,
  sure,
  verdictOf,
} from "@roompass/conformance/order";
import type { Refusal } from "@roompass/core";
import { forms, powersOf, type Settings } from "./spaces/spaces.ts";
import type { Vendor } from "./vendors.ts";

/**
 * What bounds a token is carried over as it is, as far as the vendor's tokens have a place for it; `undefined` where the
 * vendor has no token for such a holder.
 */
const carried: Readonly<Record<Vendor, (before: Powers) => Partial<Powers> | undefined>> = {
  daily: ({ room, person, from, until, maxSeconds, endsAtExpiry }) => ({
    room: sure(room.least),
    person: sure(person.least),
    from: sure(from.least),
    until: sure(until.least),
    maxSeconds: sure(maxSeconds.least),
    endsAtExpiry: sure(endsAtExpiry.least),
  }),
  livekit: ({ room, person, from, until, purposes }) => {
    // Nobody joins without a room, an identity and an expiry.
    const isWhole = room.least !== undefined && person.least !== undefined && typeof until.least === "number";
    // The forms are those of participants: what calls the API of a whole project, in whichever room, has none.
    const callsProject = purposes.least.includes("api") && room.most === undefined;
    if (!isWhole || callsProject || !purposes.least.includes("participant")) return undefined;
    return {
      room: sure(room.least),
      person: sure(person.least),
      from: sure(from.least),
      until: sure(until.least),
      purposes: sure(["participant"]),
    };
  },
  metered: ({ room, person, from, until, maxSeconds }) => ({
    room: sure(room.least),
    person: sure(person.least),
    from: sure(from.least),
    until: sure(until.least),
    maxSeconds: sure(maxSeconds.least),
  }),
  videosdk: ({ room, person, until, purposes }) => ({
    room: sure(room.least),
    person: sure(person.least),
    until: sure(until.least),
    // Where no purpose is certain there is no role to write, and a token without roles may serve both.
    purposes: purposes.least.length === 0 ? { least: [], most: ["api", "participant"] } : sure(purposes.least),
  }),
};

/** Every different form that a vendor's token can have, each once. */
export function candidatesAt(vendor: Vendor, settings: Settings): readonly Powers[] {
  const all = forms[vendor].map((claims) => powersOf(vendor, claims, settings));
  const known = new Map(
    all.map((powers) => [JSON.stringify([powers.can, powers.recordsAs, powers.receives, powers.walksIn]), powers]),
  );
  return [...known.values()];
}

/** Every answer that a right of the target may have without giving more: a cheap look before the whole comparison. */
function answersWithin(before: Powers, place: Place): readonly (readonly [Right, ReadonlySet<Said>])[] {
  return rights.map((right) => {
    const within = answers.filter((answer) => verdictOf(before.can[right], answer, place) !== "wider");
    return [right, new Set(within)] as const;
  });
}

/** Of all the forms that give nothing beyond the source, those that keep more of it than `mine` does. */
export function betterThan(
  mine: Powers | undefined,
  before: Powers,
  to: Vendor,
  candidates: readonly Powers[],
  place: Place,
): Powers[] {
  const bounds = carried[to](before);
  if (bounds === undefined) return [];
  const within = answersWithin(before, place);
  const keptByMine = mine === undefined ? undefined : kept(compare(before, mine, place), mine);
  return candidates.filter((form) => {
    if (!within.every(([right, fitting]) => fitting.has(form.can[right]))) return false;
    const candidate = { ...form, ...bounds };
    const outcomes = compare(before, candidate, place);
    if (gains(outcomes).length > 0) return false;
    return keptByMine === undefined || isBetter(kept(outcomes, candidate), keptByMine);
  });
}

/** A refusal that no other payload could avoid: the source cannot be read for certain, or has no usable window. */
export function isAboutTheSource({ path }: Refusal): boolean {
  return /^(claims|unknown|extensions)\./.test(path) || path === "expiresAt" || path === "notBefore";
}

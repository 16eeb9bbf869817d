import { rights } from "@roompass/conformance/order";
import { afterAll, describe, expect, it } from "vitest";
import { betterThan, candidatesAt, isAboutTheSource } from "./best.ts";
import { claimsOfMoved } from "./laws.ts";
import { wholeSpace } from "./spaces/combine.ts";
import { manyClaims, powersOf, type Settings } from "./spaces/spaces.ts";
import { attempt, now, pairs, readingOf, type Vendor, vendors } from "./vendors.ts";

interface Counts {
  readonly candidates: number;
  accepted: number;
  refused: number;
}

const counts = new Map<string, Counts>();

/** Finds, for every token, a better payload than the one it became, and one that passes where it was refused. */
function search(from: Vendor, to: Vendor, count: number, settings: Settings, tenant?: string): unknown[] {
  const candidates = candidatesAt(to, settings);
  const place = { now, sameVendor: from === to, samePlace: false };
  const policy = settings.knocks === true ? { rooms: { target: { enable_knocking: true } } } : {};
  const tally: Counts = { candidates: candidates.length, accepted: 0, refused: 0 };
  const missed: unknown[] = [];
  for (const claims of manyClaims(from, count)) {
    const { moved, refusals } = attempt(readingOf(from, claims), to, policy, tenant);
    if (moved === undefined && refusals.some(isAboutTheSource)) continue;
    const before = powersOf(from, claims, from === to ? settings : {});
    const mine = moved === undefined ? undefined : powersOf(to, claimsOfMoved(to, moved), settings);
    const [better] = betterThan(mine, before, to, candidates, place);
    tally[moved === undefined ? "refused" : "accepted"] += 1;
    if (better === undefined) continue;
    const could = rights.filter((right) => better.can[right] !== mine?.can[right]);
    missed.push({ claims, became: moved?.properties, could: could.map((right) => `${right}: ${better.can[right]}`) });
  }
  counts.set(`${from} -> ${to}${settings.knocks === true ? ", knocking" : ""}`, tally);
  return missed;
}

/** Daily's tokens have thousands of forms, LiveKit's hundreds, the others' three: each pair gets about the same time. */
const shares: Readonly<Record<Vendor, number>> = { daily: 6, livekit: 16, metered: 50, videosdk: 50 };

describe("no payload of the target keeps more and passes, and none passes where a token is refused", () => {
  it.each(pairs)(
    "%s to %s",
    (from, to) => {
      const missed = search(from, to, shares[to], {});
      expect(missed.slice(0, 3)).toEqual([]);
    },
    wholeSpace,
  );

  it.each(vendors)(
    "%s to Daily, where people can knock",
    (from) => {
      expect(search(from, "daily", 12, { knocks: true }, "elsewhere")).toEqual([]);
    },
    wholeSpace,
  );

  it.each(vendors)(
    "%s to another account of the same vendor",
    (vendor) => {
      expect(search(vendor, vendor, shares[vendor], {}, "elsewhere")).toEqual([]);
    },
    wholeSpace,
  );
});

afterAll(() => {
  const lines = [...counts].map(
    ([name, { candidates, accepted, refused }]) =>
      `${name}: ${accepted} accepted and ${refused} refused, each held against ${candidates} forms`,
  );
  console.log(lines.join("\n"));
});

import { isDeepStrictEqual } from "node:util";
import { deepFreeze } from "@roompass/core/kit";
import { afterAll, describe, expect, it } from "vitest";
import { brokenLaws, type Stance, stances } from "./laws.ts";
import { claimsOf } from "./spaces/spaces.ts";
import { asTable, countRefusal, emptyTally, type Tally } from "./tally.ts";
import { attempt, now, pairs, readingOf, type Vendor, vendors } from "./vendors.ts";

const all = new Map<string, Tally>();

/** Translates a claim space, holds every result against every law, and counts. */
function walk(from: Vendor, to: Vendor, stance: Stance, count: number, tenant?: string): Tally {
  const tally = emptyTally();
  const broken: unknown[] = [];
  const { name, policy, assumesNothing = false } = stance;
  const place = { now, assumesNothing, sameVendor: from === to, samePlace: false };
  for (const claims of claimsOf(from, count)) {
    tally.states += 1;
    const source = deepFreeze(readingOf(from, claims));
    const { moved, refusals } = attempt(source, to, deepFreeze(policy), tenant, true);
    if (moved === undefined) {
      countRefusal(tally, refusals);
      continue;
    }
    tally.accepted += 1;
    const again = attempt(source, to, policy, tenant, true);
    const laws = brokenLaws([from, to], claims, moved, stance, place);
    if (!isDeepStrictEqual(again.moved, moved)) laws.push("not the same twice");
    if (laws.some((law) => law.startsWith("widened"))) tally.widened += 1;
    if (laws.length > 0) broken.push({ claims, becomes: moved.properties, laws });
  }
  expect(broken.slice(0, 3)).toEqual([]);
  expect(broken.length).toBe(0);
  all.set(`${from} -> ${to}${tenant === undefined ? "" : " of another account"}, ${name}`, tally);
  return tally;
}

describe.each(pairs)("every %s token to %s", (from, to) => {
  it.each(stances)("keeps the laws, $name", (stance) => {
    expect(walk(from, to, stance, stance.name === "plain" ? 1200 : 600).widened).toBe(0);
  });
});

describe.each(vendors)("every %s token to another account of the same vendor", (vendor) => {
  it("keeps the laws", () => {
    expect(walk(vendor, vendor, stances[0] as Stance, 300, "elsewhere").widened).toBe(0);
  });
});

afterAll(() => {
  console.log(asTable(all));
});

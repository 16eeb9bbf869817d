import { isDeepStrictEqual } from "node:util";
import { answers, compare, type Powers, verdictOf } from "@roompass/conformance/order";
import type { AnyAdapter, Authority } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { compareAuthority, judge } from "../../../core/src/testing/internals.ts";
import { powersOf, someClaims } from "./spaces/spaces.ts";
import { adapters, now, type Vendor, vendors } from "./vendors.ts";

const sights = [true, false].flatMap((assumesNothing) => [
  { assumesNothing, sameVendor: false, samePlace: false },
  { assumesNothing, sameVendor: true, samePlace: false },
  { assumesNothing, sameVendor: true, samePlace: true },
]);
const assumeOf = (assumesNothing: boolean) => (assumesNothing ? "nothing" : "documented-defaults");

describe("the second copy of the order", () => {
  it("has the verdict of the first for every pair of answers", () => {
    const worded = sights.flatMap((sight) => [true, false].map((sameWords) => ({ ...sight, sameWords })));
    for (const { assumesNothing, sameWords, ...sight } of worded) {
      const wording = sameWords ? "same" : "different";
      const context = { ...sight, assume: assumeOf(assumesNothing) } as const;
      for (const before of answers) {
        const mine = answers.map((after) => verdictOf(before, after, { ...sight, assumesNothing, sameWords }));
        expect([before, ...mine]).toEqual([before, ...answers.map((after) => judge(before, after, context, wording))]);
      }
    }
  });

  interface Read {
    readonly vendor: Vendor;
    readonly authority: Authority;
    readonly powers: Powers;
  }

  const readings: readonly Read[] = vendors.flatMap((vendor) => {
    const adapter: AnyAdapter = adapters[vendor];
    return someClaims(vendor, 36).map((claims) => ({
      vendor,
      authority: adapter.authority(adapter.fromClaims(claims), {}),
      powers: powersOf(vendor, claims),
    }));
  });

  it.each(sights)("compares every two tokens as the first does, $assumesNothing $sameVendor $samePlace", (sight) => {
    const context = {
      ...sight,
      assume: assumeOf(sight.assumesNothing),
      now,
      normalizeRoom: (name: string) => name,
    } as const;
    const different: unknown[] = [];
    for (const before of readings) {
      for (const after of readings) {
        if ((before.vendor === after.vendor) !== sight.sameVendor) continue;
        const theirs = compareAuthority(before.authority, after.authority, context);
        const mine = compare(before.powers, after.powers, { ...sight, now });
        const verdicts = Object.fromEntries(theirs.map(({ path, verdict }) => [path, verdict]));
        if (!isDeepStrictEqual(verdicts, mine))
          different.push({ before: before.powers, after: after.powers, verdicts, mine });
      }
    }
    expect(different.slice(0, 2)).toEqual([]);
  });
});

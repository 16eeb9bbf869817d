import { isDeepStrictEqual } from "node:util";
import type { AnyAdapter } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import type { Powers } from "./model/powers.ts";
import { powersOfAuthority } from "./model/powers-of-authority.ts";
import { rights } from "./model/rights-table.ts";
import { type Claims, spread } from "./spaces/combine.ts";
import { forms, powersOf, type Settings, spaces } from "./spaces/spaces.ts";
import { adapters, type Vendor, vendors } from "./vendors.ts";

/** Each says in its own words what may be read in two ways; whether they tell the same apart is compared elsewhere. Most are the same to the letter; only where they are not does the order of members have to be left out. */
function isSame(one: Powers, other: Powers): boolean {
  if (rights.some((right) => one.can[right] !== other.can[right])) return false;
  const text = ({ can: _can, words: _words, ...rest }: Powers): string => JSON.stringify(rest);
  return text(one) === text(other) || isDeepStrictEqual({ ...one, words: {} }, { ...other, words: {} });
}

/** Where an adapter reads something else than its vendor's documents say. */
function differences(vendor: Vendor, all: readonly Claims[], settings: Settings = {}): unknown[] {
  const adapter: AnyAdapter = adapters[vendor];
  const context = settings.knocks === true ? { room: { enable_knocking: true } } : {};
  return all.flatMap((claims) => {
    const expected = powersOf(vendor, claims, settings);
    const read = powersOfAuthority(adapter.authority(adapter.fromClaims(claims), context));
    return isSame(read, expected) ? [] : [{ claims, read, expected }];
  });
}

describe("what an adapter reads is what its vendor's documents say", () => {
  it.each(vendors)("for every %s token of the claim space", (vendor) => {
    const all = [...spaces[vendor].flat(), ...spread(forms[vendor], 3000)];
    const different = differences(vendor, all);
    expect(different.slice(0, 3)).toEqual([]);
    expect(different.length).toBe(0);
    console.log(`authority of ${all.length} ${vendor} tokens: ${different.length} different`);
  });

  it("also where the room is known to let people knock", () => {
    const all = spread(spaces.daily.flat(), 5000);
    expect(differences("daily", all, { knocks: true }).slice(0, 3)).toEqual([]);
  });
});

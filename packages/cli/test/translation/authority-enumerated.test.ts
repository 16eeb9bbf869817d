import { isDeepStrictEqual } from "node:util";
import type { AnyAdapter } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { powersOfAuthority } from "./model/powers-of-authority.ts";
import { forms, powersOf, type Settings, spaces } from "./spaces/spaces.ts";
import { adapters, type Vendor, vendors } from "./vendors.ts";

/** Where the adapter reads something else than the vendor's documents say, and how many tokens were read. */
function differences(vendor: Vendor, settings: Settings): { readonly read: number; readonly different: unknown[] } {
  const adapter: AnyAdapter = adapters[vendor];
  const context = settings.knocks === true ? { room: { enable_knocking: true } } : {};
  const all = [...spaces[vendor].flat(), ...forms[vendor]];
  const different = all.flatMap((claims) => {
    const expected = powersOf(vendor, claims, settings);
    const read = powersOfAuthority(adapter.authority(adapter.fromClaims(claims), context));
    return isDeepStrictEqual(read, expected) ? [] : [{ claims, read, expected }];
  });
  return { read: all.length, different };
}

describe("what an adapter reads is what its vendor's documents say", () => {
  for (const vendor of vendors) {
    it(`for every ${vendor} token of the claim space`, () => {
      const { read, different } = differences(vendor, {});
      expect(different.slice(0, 3)).toEqual([]);
      expect(different.length).toBe(0);
      console.log(`authority of ${read} ${vendor} tokens: ${different.length} different`);
    });
  }

  it("also where the room is known to let people knock", () => {
    expect(differences("daily", { knocks: true }).different.slice(0, 3)).toEqual([]);
  });
});

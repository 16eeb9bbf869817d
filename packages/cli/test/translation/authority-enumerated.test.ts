import { isDeepStrictEqual } from "node:util";
import { type Powers, powersOfAuthority, rights } from "@roompass/conformance/order";
import type { AnyAdapter } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { sampled } from "../../../../tools/enumerations.ts";
import type { Claims } from "./spaces/combine.ts";
import { forms, powersOf, type Settings, spaces } from "./spaces/spaces.ts";
import { adapters, now, type Vendor, vendors } from "./vendors.ts";

/** Each says in its own words what may be read in two ways; whether they tell the same apart is compared elsewhere. Most are the same to the letter; only where they are not does the order of members have to be left out. */
function isSame(one: Powers, other: Powers): boolean {
  if (rights.some((right) => one.can[right] !== other.can[right])) return false;
  const [first, second] = [comparable(one), comparable(other)];
  return JSON.stringify(first) === JSON.stringify(second) || isDeepStrictEqual(first, second);
}

/** Without what is compared elsewhere; what is left out and what is nothing are written in one way. */
function comparable({ can: _can, words: _words, ...powers }: Powers): object {
  const { startsTranscription = false, saysMoreOf = [], ...rest } = powers;
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  // The documents name no way in which a transcription starts.
  return Object.fromEntries([
    ...said.sort(([name], [next]) => (name < next ? -1 : 1)),
    ["startsTranscription", startsTranscription !== false],
    ["saysMoreOf", saysMoreOf],
  ]);
}

/** Where an adapter reads something else than its vendor's documents say. */
function differences(vendor: Vendor, all: readonly Claims[], settings: Settings = {}): unknown[] {
  const adapter: AnyAdapter = adapters[vendor];
  const context = { room: { enable_knocking: settings.knocks === true, nbf: settings.opens, exp: settings.closes } };
  return all.flatMap((claims) => {
    const expected = powersOf(vendor, claims, settings);
    const read = powersOfAuthority(adapter.authority(adapter.fromClaims(claims), context));
    return isSame(read, expected) ? [] : [{ claims, read, expected }];
  });
}

describe("what an adapter reads is what its vendor's documents say", () => {
  it.each(vendors)("for the %s tokens of the claim space", (vendor) => {
    const all = [...sampled(spaces[vendor].flat(), 6000), ...sampled(forms[vendor], 1000)];
    const different = differences(vendor, all);
    expect(different.slice(0, 3)).toEqual([]);
    expect(different.length).toBe(0);
    console.log(`authority of ${all.length} ${vendor} tokens: ${different.length} different`);
  });

  it("also where the room is known to let people knock", () => {
    const all = sampled(spaces.daily.flat(), 1500);
    expect(differences("daily", all, { knocks: true }).slice(0, 3)).toEqual([]);
  });

  it("also where the room is known to open or to close", () => {
    const all = sampled(spaces.daily.flat(), 1500);
    for (const room of [{ closes: now + 700 }, { opens: now + 30 }, { opens: now + 90, closes: now + 7200 }]) {
      expect(differences("daily", all, room).slice(0, 3)).toEqual([]);
    }
  });
});

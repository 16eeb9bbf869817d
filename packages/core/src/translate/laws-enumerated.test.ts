import { describe, expect, it } from "vitest";
import { isFull } from "../../../../tools/enumerations.ts";
import type { Adapter } from "../adapter/adapter.js";
import { attempt } from "../testing/attempt.js";
import { makeForgetfulToy } from "../testing/forgetful-toy.js";
import { makeToyAdapter } from "../testing/toy-adapter.js";
import {
  gains,
  isStrictlyAbove,
  kept,
  type OracleVendor,
  type Powers,
  powersOf,
  withoutAssumptions,
} from "../testing/toy-oracle.js";
import type { ToyProperties, ToyPropertyName } from "../testing/toy-properties.js";
import { verified } from "../testing/toy-readings.js";
import { boundsSpace, now, rightsSpace, roomSettings } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

type Toy = Adapter<string, ToyProperties>;

interface Vendor {
  readonly adapter: Toy;
  readonly oracle: OracleVendor;
  readonly forgets: readonly ToyPropertyName[];
}

const vendor = (adapter: Toy, forgets: readonly ToyPropertyName[] = []): Vendor => ({
  adapter,
  oracle: { everybodySends: forgets.includes("send") },
  forgets,
});
const toy = vendor(makeToyAdapter("toy", "Toy"));
const twin = vendor(makeToyAdapter("twin", "Twin"));
const forgetful = ["send", "ask", "user", "nbf"] as const;
const loud = vendor(makeForgetfulToy("loud", "Loud", forgetful), forgetful);

interface Tally {
  accepted: number;
  refused: number;
  /** How often each path is a reason for a refusal. */
  readonly at: Record<string, number>;
}

function without(properties: ToyProperties, names: readonly string[]): ToyProperties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

/** The tokens that a vendor can mint, each once. */
function tokensOf({ forgets }: Vendor, space: readonly ToyProperties[]): ToyProperties[] {
  const distinct = new Map(space.map((properties) => [JSON.stringify(without(properties, forgets)), properties]));
  return [...distinct.values()].map((properties) => without(properties, forgets));
}

/**
 * Translates a whole space, checks every result, and counts for one pair of room settings: under every pair in a full run,
 * else under one of three of them.
 */
function walk(
  from: Vendor,
  to: Vendor,
  space: readonly ToyProperties[],
  check: (before: Powers, after: Powers, candidates: readonly Powers[]) => void,
  policy: TranslationPolicy = {},
): Tally {
  const tally: Tally = { accepted: 0, refused: 0, at: {} };
  const sources = tokensOf(from, space).map((properties) => [properties, verified(from.adapter, properties)] as const);
  const targets = tokensOf(to, space);
  for (const [there, target] of roomSettings.entries()) {
    const candidates = targets.map((properties) => powersOf(properties, target, to.oracle));
    for (const [here, source] of roomSettings.entries()) {
      if (!isFull && here !== (there + 1) % roomSettings.length) continue;
      const rooms = { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) };
      for (const [properties, reading] of sources) {
        const { moved, refusals } = attempt(() =>
          translate(reading, { from: from.adapter, to: to.adapter, now, policy: { ...policy, rooms } }),
        );
        if (moved === undefined) {
          tally.refused += 1;
          for (const { path } of refusals) tally.at[path] = (tally.at[path] ?? 0) + 1;
        } else {
          tally.accepted += 1;
          const before = powersOf(properties, source, from.oracle);
          check(before, powersOf(moved.properties, target, to.oracle), candidates);
        }
      }
    }
  }
  return perPair(tally, isFull ? roomSettings.length ** 2 : roomSettings.length);
}

/** What is accepted and refused must not depend on how the rooms are set, so that each pair has the same numbers. */
function perPair({ accepted, refused, at }: Tally, pairs: number): Tally {
  const places = Object.entries(at).map(([path, count]) => [path, count / pairs]);
  return { accepted: accepted / pairs, refused: refused / pairs, at: Object.fromEntries(places) };
}

const apart = { now, sameAccount: false };

function isSafeAndBest(before: Powers, after: Powers, candidates: readonly Powers[]): void {
  if (gains(before, after, apart).length > 0) expect.fail(`${JSON.stringify(before)} became ${JSON.stringify(after)}`);
  const mine = kept(before, after);
  const better = candidates.find((candidate) => {
    return isStrictlyAbove(kept(before, candidate), mine) && gains(before, candidate, apart).length === 0;
  });
  if (better !== undefined) expect.fail(`${JSON.stringify(before)} could have become ${JSON.stringify(better)}`);
}

function isSafe(before: Powers, after: Powers): void {
  if (gains(before, after, apart).length > 0) expect.fail(`${JSON.stringify(before)} became ${JSON.stringify(after)}`);
}

describe("every combination of rights, under every combination of room settings", () => {
  it("toy to twin: no widening, the best there is, nothing refused", () => {
    expect(walk(toy, twin, rightsSpace, isSafeAndBest)).toEqual({ accepted: 324, refused: 0, at: {} });
  });

  it("twin to toy: the same", () => {
    expect(walk(twin, toy, rightsSpace, isSafeAndBest)).toEqual({ accepted: 324, refused: 0, at: {} });
  });

  it("to a vendor that withholds less: what cannot be withheld is refused, the rest is the best there is", () => {
    expect(walk(toy, loud, rightsSpace, isSafeAndBest)).toMatchInlineSnapshot(`
      {
        "accepted": 96,
        "at": {
          "entry": 108,
          "rights.publish.camera": 108,
          "rights.publish.data": 108,
        },
        "refused": 228,
      }
    `);
  });

  it("from a vendor that withholds less: nothing is refused", () => {
    expect(walk(loud, toy, rightsSpace, isSafeAndBest)).toMatchInlineSnapshot(`
      {
        "accepted": 12,
        "at": {},
        "refused": 0,
      }
    `);
  });

  it("when nothing is taken for granted, nobody gains on what the token itself says", () => {
    const isSafeThen = (before: Powers, after: Powers): void => isSafe(withoutAssumptions(before), after);
    const nothing = { assume: "nothing" } as const;
    expect(walk(toy, twin, rightsSpace, isSafeThen, nothing)).toMatchInlineSnapshot(`
      {
        "accepted": 324,
        "at": {},
        "refused": 0,
      }
    `);
    expect(walk(toy, loud, rightsSpace, isSafeThen, nothing)).toMatchInlineSnapshot(`
      {
        "accepted": 96,
        "at": {
          "entry": 108,
          "rights.publish.camera": 108,
          "rights.publish.data": 108,
        },
        "refused": 228,
      }
    `);
  });

  it("when nothing is taken for granted and all is strict, a token that leaves anything unsaid is refused", () => {
    const careful = { assume: "nothing", strict: true } as const;
    expect(walk(toy, twin, rightsSpace, isSafe, careful)).toMatchInlineSnapshot(`
      {
        "accepted": 0,
        "at": {
          "rights.admit": 324,
          "rights.livestream": 324,
          "rights.publish.camera": 108,
          "rights.publish.custom": 324,
          "rights.publish.data": 108,
          "rights.publish.microphone": 324,
          "rights.publish.screen": 324,
          "rights.publish.screenAudio": 324,
          "rights.record": 36,
          "rights.subscribe": 324,
          "rights.transcribe": 324,
          "rights.visible": 324,
        },
        "refused": 324,
      }
    `);
  });
});

describe("every combination of bounds", () => {
  it("toy to twin: every room and no expiry are refused, and so is what has expired", () => {
    expect(walk(toy, twin, boundsSpace, isSafe)).toMatchInlineSnapshot(`
      {
        "accepted": 80,
        "at": {
          "expiresAt": 192,
          "notBefore": 32,
          "room": 192,
        },
        "refused": 304,
      }
    `);
  });

  it("toy to twin, for ever allowed: every room is still refused", () => {
    expect(walk(toy, twin, boundsSpace, isSafe, { allowNoExpiry: true })).toMatchInlineSnapshot(`
      {
        "accepted": 128,
        "at": {
          "expiresAt": 96,
          "notBefore": 32,
          "room": 192,
        },
        "refused": 256,
      }
    `);
  });

  it("to a vendor that binds less: every bound that is lost is refused", () => {
    expect(walk(toy, loud, boundsSpace, isSafe)).toMatchInlineSnapshot(`
      {
        "accepted": 16,
        "at": {
          "entry": 192,
          "expiresAt": 192,
          "notBefore": 128,
          "participant.id": 192,
          "room": 192,
        },
        "refused": 368,
      }
    `);
  });

  it("within one account everything that has not expired comes out as it went in", () => {
    const tally = { accepted: 0, refused: 0 };
    for (const properties of boundsSpace) {
      const { adapter } = toy;
      const policy = { allowNoExpiry: true };
      const { moved, refusals } = attempt(() =>
        translate(verified(adapter, properties), { from: adapter, to: adapter, now, policy }),
      );
      tally[moved === undefined ? "refused" : "accepted"] += 1;
      if (moved === undefined) expect(refusals.map(({ path }) => path)).toEqual([isOver(properties)]);
      else expect(moved.properties).toEqual(properties);
    }
    expect(tally).toMatchInlineSnapshot(`
      {
        "accepted": 256,
        "refused": 128,
      }
    `);
  });
});

/** The path at which a token that nobody can use any more is refused. */
function isOver({ exp, nbf }: ToyProperties): string | undefined {
  if (exp === undefined) return undefined;
  return exp <= now ? "expiresAt" : nbf !== undefined && nbf >= exp ? "notBefore" : undefined;
}

import { compare, gains, type Powers, type Right } from "@roompass/conformance/order";
import type { TranslationPolicy } from "@roompass/core";
import { afterAll, describe, expect, it } from "vitest";
import { claimsOfMoved } from "./laws.ts";
import { losses, narrowings } from "./losses.ts";
import { type Claims, wholeSpace } from "./spaces/combine.ts";
import { manyClaims, powersOf } from "./spaces/spaces.ts";
import { attempt, now, pairs, readingOf, type Vendor, vendors } from "./vendors.ts";

const place = { now, sameVendor: true, samePlace: true } as const;
const helped: TranslationPolicy = {
  narrow: { room: "room-a", expiresAt: now + 1800, participant: { id: "u_1" } },
  rooms: { target: { enable_knocking: true } },
};

interface Step {
  readonly name: string;
  readonly claims: Claims;
  readonly policy: TranslationPolicy;
}

/** Everything that can be taken from one token, by its own claims and by the caller. */
function lesserOnes(vendor: Vendor, claims: Claims): Step[] {
  return [
    ...losses[vendor].map(({ name, lose }) => ({ name, claims: lose(claims), policy: helped })),
    ...narrowings.map(({ name, narrow }) => ({
      name,
      claims,
      policy: { ...helped, narrow: { ...helped.narrow, ...narrow } },
    })),
  ];
}

/**
 * A denial that may not hold stays one, and only the reason is another: a role that is gone could lift it, and documents that
 * differ leave it open. `compare` names it, since nobody knows which reason is the stronger; nothing was added.
 */
function isAsDoubtful(right: string, { can: before }: Powers, { can: after }: Powers): boolean {
  return before[right as Right] === "deny, liftable" && after[right as Right] === "deny, liftable";
}

const compared = new Map<string, number>();

/** Where a token that lost something has become more than the whole one. */
function added(from: Vendor, to: Vendor, count: number, tenant?: string): unknown[] {
  let steps = 0;
  const more: unknown[] = [];
  for (const claims of manyClaims(from, count)) {
    const whole = attempt(readingOf(from, claims), to, helped, tenant).moved;
    if (whole === undefined) continue;
    const before = powersOf(to, claimsOfMoved(to, whole), { knocks: true });
    for (const step of lesserOnes(from, claims)) {
      const part = attempt(readingOf(from, step.claims), to, step.policy, tenant).moved;
      if (part === undefined) continue;
      steps += 1;
      const after = powersOf(to, claimsOfMoved(to, part), { knocks: true });
      const gained = gains(compare(before, after, place)).filter((right) => !isAsDoubtful(right, before, after));
      if (gained.length > 0)
        more.push({ claims, lost: step.name, whole: whole.properties, part: part.properties, gained });
    }
  }
  compared.set(`${from} -> ${to}`, steps);
  return more;
}

describe("taking something from a token never adds anything to what it becomes", () => {
  it.each(pairs)(
    "%s to %s",
    (from, to) => {
      const more = added(from, to, from === "daily" ? 64 : 56);
      expect(more.slice(0, 3)).toEqual([]);
      expect(more.length).toBe(0);
    },
    wholeSpace,
  );

  it.each(vendors)(
    "%s to another account of the same vendor",
    (vendor) => {
      const more = added(vendor, vendor, 28, "elsewhere");
      expect(more.slice(0, 3)).toEqual([]);
      expect(more.length).toBe(0);
    },
    wholeSpace,
  );
});

afterAll(() => {
  console.log(
    [...compared].map(([name, steps]) => `${name}: ${steps} lesser tokens compared with the whole one`).join("\n"),
  );
});

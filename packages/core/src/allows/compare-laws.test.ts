import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../grant/freeze.js";
import type { Grant } from "../grant/grant.js";
import { readPath } from "../grant/paths.js";
import { type GrantPath, grantPaths } from "../grant/right-path.js";
import { changePath } from "../grant/testing/change-path.js";
import { anyGrant, grantNow } from "../testing/any-grant.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { inspected } from "../testing/toy-readings.js";
import { actions, allows, compare } from "./index.js";

const now = grantNow;
const twinAdapter = makeToyAdapter("twin", "Twin");

// Few values of each, some of them odd, so that tokens are often alike.
const anyClaims = fc.record(
  {
    account: fc.constantFrom("acme", "other"),
    room: fc.constantFrom("r", "q", 7),
    user: fc.constantFrom("a", "b"),
    exp: fc.constantFrom(now + 600, now + 1200, "soon", null),
    nbf: fc.constantFrom(now + 60, 0, now - 60),
    ask: fc.boolean(),
    host: fc.boolean(),
    send: fc.record({ mic: fc.boolean(), cam: fc.constantFrom(true, "no") }, { requiredKeys: [] }),
    record: fc.boolean(),
    autoRecord: fc.boolean(),
    zone: fc.constantFrom("w", "e"),
    other: fc.constantFrom(1, { a: 1 }),
  },
  { requiredKeys: [] },
);

const anyToken = fc.tuple(fc.constantFrom(toyAdapter, twinAdapter), anyClaims).map(([adapter, claims]) => ({
  reading: inspected(adapter as typeof toyAdapter, deepFreeze({ kind: `${adapter.vendor}/1`, ...claims })),
  adapter,
}));

const somePaths = fc.subarray([...grantPaths], { minLength: 1, maxLength: 3 });
const anyGranting = fc.oneof(anyGrant, anyToken);
const gains = (before: Grant, after: Grant): boolean => compare(before, after, { now }).gains;

describe("comparing", () => {
  it("is total and says the same twice", () => {
    const anyNow = fc.oneof(fc.constant(now), fc.integer({ min: 1e9, max: 1e11 - 1 }));
    fc.assert(
      fc.property(anyGranting, anyGranting, anyNow, (before, after, when) => {
        const comparison = compare(before, after, { now: when, includeEqual: true });
        expect(compare(before, after, { now: when, includeEqual: true })).toEqual(comparison);
        expect(comparison.gains).toBe(comparison.entries.some(({ kind }) => kind === "gained"));
        for (const { reason } of comparison.entries) expect(reason).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });

  it("is reflexive: nothing differs from itself", () => {
    fc.assert(
      fc.property(anyGranting, (held) => {
        expect(compare(held, structuredCloneOf(held), { now })).toEqual({
          gains: false,
          verdict: "equal",
          entries: [],
        });
      }),
    );
  });

  it("is transitive: what gains nothing over what gains nothing gains nothing", () => {
    let chains = 0;
    fc.assert(
      fc.property(anyGrant, anyGrant, somePaths, anyGrant, somePaths, (first, second, here, third, there) => {
        const middle = mixed(first, second, here);
        const last = mixed(middle, third, there);
        if (gains(first, middle) || gains(middle, last)) return;
        chains += 1;
        expect(gains(first, last)).toBe(false);
      }),
      { numRuns: 1000 },
    );
    expect(chains).toBeGreaterThan(50);
  });

  it("finds no gain where rights are taken away", () => {
    fc.assert(
      fc.property(anyGrant, (grant) => {
        const denied: Grant = {
          ...grant,
          rights: { publish: { camera: false }, moderate: { media: false, remove: false, permissions: false } },
        };
        const same: Grant = { ...denied, rights: { ...denied.rights, admit: false, record: false } };
        expect(gains(denied, same)).toBe(false);
      }),
    );
  });

  it("agrees with `allows`: without a gain, what was denied is not allowed", () => {
    let agreements = 0;
    fc.assert(
      fc.property(anyGrant, anyGrant, somePaths, fc.constantFrom(...actions), (before, other, paths, action) => {
        const after = mixed(before, other, paths);
        if (gains(before, after)) return;
        agreements += 1;
        const at = now + 300;
        if (allows(before, action, { at }).answer === "no") {
          expect(allows(after, action, { at }).answer).not.toBe("yes");
        }
      }),
      { numRuns: 1000 },
    );
    expect(agreements).toBeGreaterThan(100);
  });

  it("agrees with `allows` for tokens, too", () => {
    let agreements = 0;
    fc.assert(
      fc.property(anyToken, anyClaims, fc.constantFrom(...actions), (before, changed, action) => {
        const claims = { ...before.reading.claims, ...Object.fromEntries(Object.entries(changed).slice(0, 2)) };
        const after = { ...before, reading: inspected(before.adapter as typeof toyAdapter, claims) };
        if (compare(before, after, { now }).gains) return;
        agreements += 1;
        if (allows(before, action, { at: now + 300 }).answer === "no") {
          expect(allows(after, action, { at: now + 300 }).answer).not.toBe("yes");
        }
      }),
      { numRuns: 1000 },
    );
    expect(agreements).toBeGreaterThan(100);
  });
});

function structuredCloneOf<Held extends Grant | { reading: object }>(held: Held): Held {
  if (!("reading" in held)) return structuredClone(held);
  return { ...held, reading: structuredClone(held.reading) };
}

/** The grant with what another one says at some places. Grants drawn apart are hardly ever ordered. */
function mixed(grant: Grant, other: Grant, paths: readonly GrantPath[]): Grant {
  return paths.reduce((held, path) => {
    const value = readPath(other, path);
    const isRequired = path === "room" || path === "purpose";
    return value === undefined && isRequired ? held : changePath(held, path, value);
  }, grant);
}

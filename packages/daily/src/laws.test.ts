import { deepFreeze, sameValue } from "@roompass/core/kit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draws, isFull, sampled } from "../../../tools/enumerations.ts";
import { daily } from "./adapter.js";
import { claimable, isOwnerWithPermissions, requestable, unknownMembers } from "./testing/arbitraries.js";
import { native, rewrite } from "./testing/read-write.js";

/** Every way to combine one value of each list; `undefined` leaves the member out. */
function combine(space: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  return Object.entries(space).reduce<Record<string, unknown>[]>(
    (all, [name, values]) =>
      all.flatMap((one) => values.map((value) => (value === undefined ? one : { ...one, [name]: value }))),
    [{}],
  );
}

const absent = undefined;
const permissionClaims = combine({
  hp: [absent, true, false],
  cs: [absent, true, false, "v", "a", "v,a", "a,v", "v,a,sv", "sa", "v,a,sv,sa", "v,cv", "v,a,sv,sa,cv,ca", "cv,ca"],
  cr: [absent, { b: true }, { b: false, u: { u_1: true } }],
  ca: [absent, true, false, "p", "s,t", "t,s", "p,s,t"],
});
const wholeSpace = combine({
  r: ["standup"],
  o: [absent, true, false],
  ss: [absent, true, false],
  er: [absent, "cloud", "local"],
  k: [absent, true],
  p: [absent, {}, ...permissionClaims],
});
const claimSpace = sampled(wholeSpace, 4000);

describe("same vendor, exact", () => {
  it(`gives back ${claimSpace.length} of ${wholeSpace.length} enumerated tokens`, () => {
    let checked = 0;
    const different: unknown[] = [];
    for (const claims of claimSpace) {
      const source = daily.fromClaims(claims);
      if (isOwnerWithPermissions(source.properties)) continue;
      checked += 1;
      const result = rewrite(source);
      if (!sameValue(result.properties, source.properties)) different.push({ claims, got: daily.toClaims(result) });
    }
    expect(different.slice(0, 3)).toEqual([]);
    expect(checked).toBeGreaterThan(isFull ? 20_000 : 2500);
  });

  it("gives back whatever a request can mint, with unknown members", () => {
    fc.assert(
      fc.property(requestable, unknownMembers, (properties, unknown) => {
        fc.pre(!isOwnerWithPermissions(properties));
        const result = rewrite(native(properties, unknown));
        expect(result.properties).toEqual(properties);
        expect(result.unknown).toEqual(unknown);
      }),
      { numRuns: draws(2000) },
    );
  });

  it("never gives an owner with permissions more than it had", () => {
    for (const claims of claimSpace) {
      const source = daily.fromClaims(claims);
      if (!isOwnerWithPermissions(source.properties)) continue;
      const { properties } = rewrite(source);
      expect(properties.is_owner === true && properties.permissions !== undefined).toBe(false);
      if (source.properties.permissions?.canSend === false) expect(properties.permissions?.canSend).toBe(false);
    }
  });
});

describe("wire", () => {
  it("loses nothing on the way to claims and back", () => {
    fc.assert(
      fc.property(claimable, unknownMembers, (properties, unknown) => {
        const back = daily.fromClaims(daily.toClaims(native(properties, unknown)));
        expect(back.properties).toEqual(unknown.p === undefined ? properties : { permissions: {}, ...properties });
        expect(back.unknown).toEqual(
          unknown.p !== undefined && Object.keys(unknown.p).length === 0 ? { ...unknown, p: undefined } : unknown,
        );
        expect(back.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: draws(2000) },
    );
  });

  it(`gives back the claims of ${claimSpace.length} of ${wholeSpace.length} enumerated tokens`, () => {
    for (const claims of claimSpace) expect(daily.toClaims(daily.fromClaims(claims))).toEqual(claims);
  });
});

describe("purity", () => {
  it("takes frozen input and answers the same twice", () => {
    fc.assert(
      fc.property(claimable, unknownMembers, (properties, unknown) => {
        const source = deepFreeze(native(properties, unknown));
        const claims = deepFreeze(daily.toClaims(source));
        const decoded = deepFreeze(daily.decode(source));
        for (const read of [
          () => daily.fromClaims(claims),
          () => daily.toClaims(source),
          () => daily.decode(source),
          () => daily.authority(source, {}),
          () => rewrite(source),
          () => daily.lint(source, { now: 1_700_000_000 }),
          () => daily.join(decoded.grant),
          () => daily.roomRequirements(source),
          () => daily.recognize({ header: {}, claims }),
        ]) {
          expect(read()).toEqual(read());
        }
      }),
      { numRuns: draws(300) },
    );
  });
});

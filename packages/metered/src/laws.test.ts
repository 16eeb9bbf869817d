import type { Authority } from "@roompass/core/adapter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampled } from "../../../tools/enumerations.ts";
import { ceilingOfAuthority, compareAuthority, isGain } from "../../core/src/testing/internals.ts";
import { metered } from "./adapter.js";
import { dataFieldTypes, type MeteredProperties, topFieldTypes } from "./properties.js";
import { EXPIRY, frozen, moveSamePlace, nativeOf, START } from "./testing/natives.js";

type Choices = readonly MeteredProperties[];

/** Every combination of one choice from each list. */
function combine(lists: readonly Choices[]): MeteredProperties[] {
  return lists.reduce<MeteredProperties[]>(
    (all, choices) => all.flatMap((done) => choices.map((choice) => ({ ...done, ...choice }))),
    [{}],
  );
}

/** What the adapter may mint and the service may add, with two or three representatives of each field. */
const wholeSpace = combine([
  [{ roomName: "a" }, { roomName: "a", globalToken: false }, { globalToken: true }],
  [{}, { isAdmin: false }, { isAdmin: true }],
  [{}, { expireUnixSec: EXPIRY }, { expireUnixSec: EXPIRY, exp: EXPIRY }],
  [{}, { notBeforeUnixSec: START }, { notBeforeUnixSec: START, nbf: START }],
  [{}, { ejectAfterElapsedTimeInSec: 1800 }],
  [{}, { externalUserId: "u_1", name: "Alice", email: "a@example.org" }],
  [{}, { meta: "gold" }, { meta: '{"b":1,"a":2}' }],
  [{}, { joinVideoOn: true, joinAudioOn: false }],
  [{}, { disableVideo: true, disableAudio: false, disableScreenSharing: true }],
  [{}, { appName: "example", meteredParticipantId: "id", iat: START }],
]);
const canonical = sampled(wholeSpace, 1500);

/** What only reading has to cope with. */
const odd = combine([
  [{}, { roomName: "a" }, { globalToken: false }, { roomName: "a", globalToken: true }],
  [{}, { isAdmin: false }, { isAdmin: true }],
  [{}, { exp: EXPIRY }, { exp: EXPIRY, expireUnixSec: EXPIRY + 5 }, { expireUnixSec: 0 }],
  [{}, { nbf: START }, { nbf: START, notBeforeUnixSec: START - 5 }, { notBeforeUnixSec: 0 }],
  [{}, { ejectAfterElapsedTimeInSec: 0 }],
  [{}, { externalUserId: "u_1" }],
]);

const place = { assume: "documented-defaults", sameVendor: true, samePlace: true } as const;

function gains(source: Authority, target: Authority): string[] {
  const context = { ...place, now: START, normalizeRoom: metered.normalizeRoom };
  return compareAuthority(source, target, context)
    .filter(isGain)
    .map(({ path }) => path);
}

describe("enumerated", () => {
  it(`wire lossless, in ${canonical.length + odd.length} cases`, () => {
    for (const properties of [...canonical, ...odd]) {
      const claims = metered.toClaims(nativeOf(properties));
      const native = metered.fromClaims(frozen(claims));
      expect(native.properties).toEqual(properties);
      expect(native.unknown).toEqual({});
      expect(metered.toClaims(native)).toEqual(claims);
    }
  });

  it(`same vendor exact, in ${canonical.length} cases`, () => {
    for (const properties of canonical) {
      const native = frozen(nativeOf(properties, { data: { plan: [1] }, jti: "x" }));
      expect(moveSamePlace(native)).toEqual({ native, problems: [] });
    }
  });

  it(`nothing gained by reading what is odd, in ${odd.length} cases`, () => {
    for (const properties of odd) {
      const native = frozen(nativeOf(properties));
      const moved = moveSamePlace(native);
      if (moved.problems.length > 0) continue;
      expect(gains(metered.authority(native, {}), metered.authority(moved.native, {}))).toEqual([]);
      // A second move changes nothing more.
      expect(moveSamePlace(moved.native)).toEqual(moved);
    }
  });

  it("keeps grant, residue, issuance and unknown of what is canonical", () => {
    for (const properties of canonical) {
      const native = nativeOf(properties, { data: { plan: 1 } });
      expect(metered.decode(moveSamePlace(native).native)).toEqual(metered.decode(native));
    }
  });

  it("keeps the lowest reading below the highest", () => {
    for (const properties of [...canonical, ...odd]) {
      const { room, window, stay } = metered.authority(nativeOf(properties), {});
      expect(room.highest === room.lowest || typeof room.highest === "object").toBe(true);
      expect(window.highest.notBefore).toBeLessThanOrEqual(window.lowest.notBefore);
      if (window.highest.expiresAt !== null)
        expect(window.lowest.expiresAt ?? Number.NaN).toBeLessThanOrEqual(window.highest.expiresAt ?? Number.NaN);
      if (stay.highest.maxSeconds !== null)
        expect(stay.lowest.maxSeconds ?? Number.NaN).toBeLessThanOrEqual(stay.highest.maxSeconds);
    }
  });

  it("gives the same when asked twice", () => {
    for (const properties of [...canonical.slice(0, 200), ...odd]) {
      const native = frozen(nativeOf(properties));
      expect(metered.decode(native)).toEqual(metered.decode(native));
      expect(metered.authority(native, {})).toEqual(metered.authority(native, {}));
      expect(moveSamePlace(native)).toEqual(moveSamePlace(native));
      expect(metered.lint(native, { now: START })).toEqual(metered.lint(native, { now: START }));
    }
  });
});

const text = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
const known = new Set([...Object.keys(dataFieldTypes), ...Object.keys(topFieldTypes), "data"]);
const unknownName = text.filter((name) => !known.has(name));
const roomName = text.filter((name) => !/\s/u.test(name));
const meta = fc
  .oneof(
    text,
    fc.json({ maxDepth: 3 }),
    fc.json({ maxDepth: 3 }).map((json) => JSON.stringify(JSON.parse(json))),
  )
  .filter((value) => value.length <= 1000);
const instant = fc.integer({ min: 1, max: 99_999_999_999 });
const flag = fc.boolean();

const body = fc.record(
  {
    isAdmin: flag,
    name: fc.string({ unit: "binary" }),
    email: fc.string({ unit: "binary" }),
    meta,
    externalUserId: text,
    expireUnixSec: instant,
    notBeforeUnixSec: instant,
    ejectAfterElapsedTimeInSec: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    joinVideoOn: flag,
    joinAudioOn: flag,
    disableVideo: flag,
    disableAudio: flag,
    disableScreenSharing: flag,
    appName: text,
    meteredParticipantId: text,
    iat: instant,
  },
  { requiredKeys: [] },
);
const scope = fc.oneof<fc.Arbitrary<MeteredProperties>[]>(
  roomName.map((name) => ({ roomName: name })),
  fc.constant({ globalToken: true }),
);
const natives = fc.tuple(scope, body).map(([where, rest]) => nativeOf({ ...where, ...rest }));

describe("for any text and number", () => {
  it("wire lossless", () => {
    fc.assert(
      fc.property(
        natives,
        fc.dictionary(unknownName, fc.jsonValue()),
        fc.dictionary(unknownName, fc.jsonValue()),
        ({ properties }, inside, beside) => {
          const said = metered.toClaims(nativeOf(properties));
          const data = { ...inside, ...(said["data"] as object) };
          const claims = frozen({ ...beside, ...said, data });
          const native = metered.fromClaims(claims);
          expect(metered.toClaims(native)).toEqual(claims);
          expect(metered.fromClaims(metered.toClaims(native))).toEqual(native);
        },
      ),
    );
  });

  it("same vendor exact", () => {
    fc.assert(
      fc.property(natives, (native) => {
        expect(moveSamePlace(frozen(native))).toEqual({ native, problems: [] });
      }),
    );
  });

  it("no claims make reading, judging or writing back throw", () => {
    const anything = fc.anything({ withNullPrototype: true });
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom("exp", "nbf", "iat", "jti"), text), anything),
        fc.dictionary(
          fc.oneof(fc.constantFrom("roomName", "isAdmin", "globalToken", "meta", "expireUnixSec"), text),
          fc.jsonValue(),
        ),
        (beside, data) => {
          const native = metered.fromClaims({ ...beside, data });
          metered.lint(native, { now: START });
          metered.recognize({ header: {}, claims: { ...beside, data } });
          const authority = metered.authority(native, {});
          const ceiling = ceilingOfAuthority(authority, place);
          metered.encode({ ...metered.decode(native), ceiling });
        },
      ),
    );
  });
});

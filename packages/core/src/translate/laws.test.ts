import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Adapter, RoomSettings } from "../adapter/adapter.js";
import { ceilingOfAuthority } from "../authority/ceilings.js";
import { attempt, refusedPaths } from "../testing/attempt.js";
import { makeForgetfulToy } from "../testing/forgetful-toy.js";
import { makeToyAdapter } from "../testing/toy-adapter.js";
import {
  gains,
  isStrictlyAbove,
  kept,
  type OracleVendor,
  powersOf,
  withoutAssumptions,
} from "../testing/toy-oracle.js";
import { publishKinds, type ToyProperties } from "../testing/toy-properties.js";
import { verified } from "../testing/toy-readings.js";
import { anySettings, now, rightsSpace, toyProperties, toyUnknown } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";
import type { Translated } from "./translated.js";

type Toy = Adapter<string, ToyProperties>;
type Moved = Translated<string, ToyProperties>;

const toy: Toy = makeToyAdapter("toy", "Toy");
const twin: Toy = makeToyAdapter("twin", "Twin");
const loud: Toy = makeForgetfulToy("loud", "Loud", ["send", "nbf"]);
const oracleOf = (adapter: Toy): OracleVendor => ({ everybodySends: adapter === loud });
const pairs = [
  [toy, twin],
  [twin, toy],
  [toy, loud],
  [loud, toy],
] as const;
const anyPair = fc.constantFrom(...pairs);
const usable = toyProperties(true);

/** What the adapter itself could have minted: what a vendor forgets is in none of its tokens. */
function mintable(adapter: Toy, properties: ToyProperties): ToyProperties {
  if (adapter !== loud) return properties;
  const { send: _send, nbf: _nbf, ...rest } = properties;
  return rest;
}

function move(from: Toy, to: Toy, properties: ToyProperties, policy: TranslationPolicy = {}): Moved | undefined {
  return attempt(() => translate(verified(from, mintable(from, properties)), { from, to, now, policy })).moved;
}

const roomsOf = (source: RoomSettings | undefined, target: RoomSettings | undefined): TranslationPolicy => ({
  rooms: { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) },
});

describe("no widening", () => {
  it("nobody can do with the new token what the old one did not let them do", () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyPair, usable, anySettings, anySettings, fc.boolean(), (pair, properties, source, target, bold) => {
        const [from, to] = pair;
        const assume = bold ? "documented-defaults" : "nothing";
        const moved = move(from, to, properties, { ...roomsOf(source, target), assume });
        if (moved === undefined) return;
        accepted += 1;
        const before = powersOf(mintable(from, properties), source, oracleOf(from));
        const after = powersOf(moved.properties, target, oracleOf(to));
        expect(gains(bold ? before : withoutAssumptions(before), after, { now, sameAccount: false })).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it("holds outside what the caller allows, and what is allowed is reported", () => {
    const widening = fc.constantFrom("rights.publish", "rights.publish.camera", "notBefore", "rights.record");
    fc.assert(
      fc.property(usable, fc.uniqueArray(widening, { maxLength: 3 }), (properties, allowWidening) => {
        const moved = move(toy, loud, properties, { allowWidening });
        if (moved === undefined) return;
        const gained = gains(powersOf(properties), powersOf(moved.properties, undefined, { everybodySends: true }), {
          now,
          sameAccount: false,
        });
        const widened = moved.report
          .filter(({ kind }) => kind === "widened")
          .flatMap(({ path, covers }) => covers ?? [path]);
        expect(widened.sort()).toEqual(gained.sort());
        for (const path of gained) expect(allowWidening.some((allowed) => path.startsWith(allowed))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("best", () => {
  it("no token of the vendor keeps more and passes", () => {
    fc.assert(
      fc.property(
        anyPair,
        fc.constantFrom(...rightsSpace),
        anySettings,
        anySettings,
        (pair, properties, source, target) => {
          const [from, to] = pair;
          const moved = move(from, to, properties, roomsOf(source, target));
          if (moved === undefined) return;
          const before = powersOf(mintable(from, properties), source, oracleOf(from));
          const powers = (candidate: ToyProperties) => powersOf(mintable(to, candidate), target, oracleOf(to));
          const mine = kept(before, powers(moved.properties));
          const better = rightsSpace.filter((candidate) => {
            const theirs = powers(candidate);
            return (
              gains(before, theirs, { now, sameAccount: false }).length === 0 &&
              isStrictlyAbove(kept(before, theirs), mine)
            );
          });
          expect(better).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the same vendor, exact", () => {
  it("a token comes out as it went in, with whatever nobody knows in it", () => {
    fc.assert(
      fc.property(toyProperties(false), toyUnknown, (properties, unknown) => {
        const source = verified(toy, properties, unknown);
        const moved = translate(source, { from: toy, to: toy, now, policy: { allowNoExpiry: true } });
        expect(moved.native).toEqual({ properties, unknown, findings: [] });
        expect(moved.grant).toEqual(source.grant);
        expect(moved.report).toEqual([]);
        expect(toy.decode(moved.native)).toEqual(toy.decode(source.native));
      }),
    );
  });

  it("also when nothing is taken for granted, when all is strict, and when the room is known", () => {
    fc.assert(
      fc.property(toyProperties(false), toyUnknown, anySettings, (properties, unknown, room) => {
        const policy = { ...roomsOf(room, room), allowNoExpiry: true, assume: "nothing", strict: true } as const;
        const moved = translate(verified(toy, properties, unknown), { from: toy, to: toy, now, policy });
        expect(moved.native).toEqual({ properties, unknown, findings: [] });
        expect(moved.report).toEqual([]);
      }),
    );
  });
});

describe("there and back", () => {
  it("nothing is gained", () => {
    fc.assert(
      fc.property(anyPair, usable, anySettings, anySettings, ([from, to], properties, here, there) => {
        const away = move(from, to, properties, roomsOf(here, there));
        const back = away && move(to, from, away.properties, roomsOf(there, here));
        if (back === undefined) return;
        const before = powersOf(mintable(from, properties), here, oracleOf(from));
        const after = powersOf(back.properties, here, oracleOf(from));
        expect(gains(before, after, { now, sameAccount: false })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("moving on within the new vendor changes nothing more", () => {
    fc.assert(
      fc.property(anyPair, usable, ([from, to], properties) => {
        const once = move(from, to, properties);
        if (once === undefined) return;
        const twice = move(to, to, once.properties);
        expect(twice?.properties).toEqual(once.properties);
        expect(twice?.report).toEqual([]);
      }),
    );
  });

  it("is exact between two vendors of one form", () => {
    fc.assert(
      fc.property(usable, (properties) => {
        const { account: _account, theme: _theme, iat: _iat, ...expected } = properties;
        const away = move(toy, twin, properties);
        expect(away?.properties).toEqual(expected);
        expect(move(twin, toy, expected)?.properties).toEqual(expected);
      }),
    );
  });
});

describe("monotone", () => {
  const takeAway: readonly ((properties: ToyProperties) => ToyProperties)[] = [
    ({ host: _host, ...rest }) => rest,
    ({ autoRecord: _autoRecord, ...rest }) => rest,
    (properties) => ({ ...properties, record: false }),
    (properties) => ({ ...properties, ask: true }),
    (properties) => ({ ...properties, user: properties.user ?? "u_1" }),
    (properties) => ({ ...properties, nbf: now + 1000 }),
    (properties) => ({ ...properties, exp: now + 1001 }),
    ...publishKinds.map((kind) => (properties: ToyProperties) => ({
      ...properties,
      send: { ...properties.send, [kind]: false },
    })),
  ];

  it("taking something from the source never adds anything to the target", () => {
    fc.assert(
      fc.property(
        anyPair,
        usable,
        fc.subarray([...takeAway], { minLength: 1 }),
        anySettings,
        ([from, to], properties, losses, room) => {
          const less = losses.reduce((rest, lose) => lose(rest), properties);
          const whole = move(from, to, properties, roomsOf(room, room));
          const part = move(from, to, less, roomsOf(room, room));
          if (whole === undefined || part === undefined) return;
          const powers = (moved: Moved) => powersOf(moved.properties, room, oracleOf(to));
          expect(gains(powers(whole), powers(part), { now, sameAccount: true })).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("consistent", () => {
  it("what the new token says is written as the new token", () => {
    fc.assert(
      fc.property(anyPair, usable, ([from, to], properties) => {
        const moved = move(from, to, properties);
        if (moved === undefined) return;
        const place = { assume: "documented-defaults", sameVendor: true, samePlace: true } as const;
        const ceiling = ceilingOfAuthority(to.authority(moved.native, {}), place);
        const again = to.encode({ ...to.decode(moved.native), ceiling });
        expect(again.problems).toEqual([]);
        expect(again.native.properties).toEqual(moved.properties);
      }),
    );
  });
});

describe("loud", () => {
  it("whatever a vendor cannot say is refused where it binds", () => {
    fc.assert(
      fc.property(usable, (properties) => {
        const run = () => translate(verified(toy, properties), { from: toy, to: loud, now });
        const denied = publishKinds.filter((kind) => properties.send?.[kind] === false);
        expect(refusedPaths(run).sort()).toEqual(
          [
            ...(properties.nbf !== undefined && properties.nbf > now ? ["notBefore"] : []),
            ...denied.map((kind) => `rights.publish.${kind}`),
          ].sort(),
        );
      }),
    );
  });

  it("a description without a place is reported and never refused", () => {
    const nameless: Toy = makeForgetfulToy("nameless", "Nameless", ["name"]);
    fc.assert(
      fc.property(usable, (properties) => {
        const moved = move(toy, nameless, properties);
        const lost = moved?.report.filter(({ kind }) => kind === "dropped").map(({ path }) => path);
        expect(lost).toEqual([
          ...(properties.name === undefined ? [] : ["participant.name"]),
          ...(properties.theme === undefined ? [] : ["extensions.toy.theme"]),
        ]);
      }),
    );
  });
});

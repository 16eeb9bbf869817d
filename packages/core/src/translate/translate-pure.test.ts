import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { deepFreeze } from "../grant/freeze.js";
import { attempt } from "../testing/attempt.js";
import { makeForgetfulToy } from "../testing/forgetful-toy.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { verified } from "../testing/toy-readings.js";
import { now, toyProperties } from "../testing/toy-space.js";
import type { TranslationPolicy } from "./policy.js";
import { translate } from "./translate.js";

const twin = makeToyAdapter("twin", "Twin");
const loud = makeForgetfulToy("loud", "Loud", ["send", "ask"]);

const policies: fc.Arbitrary<TranslationPolicy> = fc.record(
  {
    narrow: fc.constantFrom(
      { room: "standup" },
      { expiresAt: now + 60, stay: { maxSeconds: 5 } },
      { rights: { record: false, subscribe: ["camera" as const] } },
    ),
    rooms: fc.constantFrom({ map: { standup: "retro" } }, { source: { recording: "everyone" } }),
    assume: fc.constantFrom("documented-defaults" as const, "nothing" as const),
    strict: fc.boolean(),
    allowWidening: fc.constantFrom(["rights" as const], ["entry" as const, "rights.publish" as const], []),
    vouch: fc.constantFrom({ admit: true }, { moderate: true as const }),
    allowNoExpiry: fc.boolean(),
    require: fc.constantFrom(["rights.moderate" as const], []),
    ignoreUnknown: fc.constantFrom(["other"], []),
  },
  { requiredKeys: [] },
);
const sources = fc.tuple(toyProperties(false), fc.constantFrom({}, { other: { deep: [1] } }));

function outcome(
  properties: ToyProperties,
  unknown: Record<string, unknown>,
  policy: TranslationPolicy,
  to = twin as typeof toyAdapter | typeof twin | typeof loud,
) {
  const source = verified(toyAdapter, properties, unknown);
  return attempt(() => translate(source, { from: toyAdapter, to, now, policy, includeExact: true }));
}

/** The same value with the members of every object in another order. */
function shuffled<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(shuffled) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  ) as Value;
}

describe("a translation", () => {
  it("gives the same for the same, from input that nobody can change", () => {
    fc.assert(
      fc.property(sources, policies, fc.constantFrom(toyAdapter, twin, loud), ([properties, unknown], policy, to) => {
        const frozen = [deepFreeze(properties), deepFreeze(unknown), deepFreeze(policy)] as const;
        expect(outcome(...frozen, to)).toEqual(outcome(...frozen, to));
      }),
    );
  });

  it("leaves what it was given as it was", () => {
    fc.assert(
      fc.property(sources, policies, ([properties, unknown], policy) => {
        const before = structuredClone([properties, unknown, policy]);
        outcome(properties, unknown, policy);
        expect([properties, unknown, policy]).toEqual(before);
      }),
    );
  });

  it("does not depend on the order of members", () => {
    fc.assert(
      fc.property(sources, policies, fc.constantFrom(toyAdapter, twin, loud), ([properties, unknown], policy, to) => {
        const straight = outcome(properties, unknown, policy, to);
        const turned = outcome(shuffled(properties), shuffled(unknown), shuffled(policy), to);
        expect(JSON.stringify(turned.moved?.properties)).toBe(JSON.stringify(straight.moved?.properties));
        expect(turned).toEqual(straight);
      }),
    );
  });

  it("takes its time from outside, and nothing from anywhere else", () => {
    const unavailable = (name: string) => () => expect.fail(`${name} was used.`);
    const watched = [
      vi.spyOn(Date, "now").mockImplementation(unavailable("The clock")),
      vi.spyOn(Math, "random").mockImplementation(unavailable("Randomness")),
      vi.spyOn(globalThis, "fetch").mockImplementation(unavailable("The network")),
    ];
    try {
      outcome({ room: "standup", exp: now + 60, host: true }, {}, { narrow: { expiresIn: "1h" } });
      for (const spy of watched) expect(spy).not.toHaveBeenCalled();
    } finally {
      vi.restoreAllMocks();
    }
  });
});

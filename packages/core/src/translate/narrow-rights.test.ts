import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Authority, StatedReading } from "../authority/authority.js";
import { judgeRight } from "../authority/compare-rights.js";
import { orderSelections, subscribeKinds } from "../authority/order.js";
import type { Assume } from "../authority/verdict.js";
import type { SubscribeKinds, SubscribeSelection } from "../grant/grant.js";
import type { RightsInput } from "../grant/grant-input.js";
import { rightPaths } from "../grant/right-path.js";
import { everyRight, plainAuthority } from "../testing/frank-adapter.js";
import { type Narrowed, narrowSource } from "./narrow.js";
import { meetSelections } from "./narrow-rights.js";
import { readPolicy } from "./policy.js";

const now = 1_800_000_000;
const stated: readonly StatedReading[] = [
  ...(["allow", "deny", "possible", "default(allow)", "default(deny)", "unknown", "ungoverned"] as const),
  "default(deny), liftable",
  "ungoverned, everyone",
];

function narrowed(
  reading: StatedReading,
  rights: RightsInput,
  rest: Partial<Authority> = {},
  assume: Assume = "documented-defaults",
): Narrowed {
  const authority = plainAuthority(now + 3600, { rights: everyRight(reading), ...rest });
  const grant = { purpose: ["participant"], room: "standup" } as const;
  const decoded = { grant, issuance: {}, residue: {}, unknown: {} };
  return narrowSource({ decoded, authority }, readPolicy({ narrow: { rights }, assume }), now);
}

const kinds: fc.Arbitrary<SubscribeKinds> = fc.record({
  microphone: fc.boolean(),
  camera: fc.boolean(),
  screen: fc.boolean(),
  screenAudio: fc.boolean(),
  custom: fc.boolean(),
});
const selections: fc.Arbitrary<SubscribeSelection> = fc.record(
  {
    base: fc.oneof(fc.boolean(), kinds),
    byParticipantId: fc.dictionary(fc.constantFrom("ann", "ben"), fc.oneof(fc.boolean(), kinds)),
  },
  { requiredKeys: ["base"] },
);
const no = { microphone: false, camera: false, screen: false, screenAudio: false, custom: false };

describe("taking a right away", () => {
  it("denies it whatever the source says", () => {
    for (const reading of stated) {
      const result = narrowed(reading, { admit: false, moderate: { remove: false } });
      expect(result.authority.rights["rights.admit"]).toBe("deny");
      expect(result.authority.rights["rights.moderate.remove"]).toBe("deny");
      expect(result.authority.rights["rights.moderate.media"]).toBe(reading);
      expect([...result.touched]).toEqual(reading === "deny" ? [] : ["rights.moderate.remove", "rights.admit"]);
    }
  });

  it("gives nothing by naming a right that the source does not have", () => {
    for (const reading of stated) {
      const all = { publish: true, subscribe: true, visible: true, moderate: true, admit: true } as const;
      const result = narrowed(reading, { ...all, record: true, livestream: true, transcribe: true });
      expect(result.authority.rights).toEqual(everyRight(reading));
      expect([...result.touched]).toEqual([]);
    }
  });

  it("makes a denial that can be lifted a denial that holds, by saying it again", () => {
    const result = narrowed("deny, liftable", { admit: false, record: ["cloud"] });
    expect(result.authority.rights).toEqual({
      ...everyRight("deny, liftable"),
      "rights.admit": "deny",
      "rights.record": "deny",
    });
    expect([...result.touched]).toEqual(["rights.admit", "rights.record"]);
  });

  it("does not change the source", () => {
    const rights = Object.freeze(everyRight("allow"));
    narrowed("allow", { admit: false, record: ["cloud"] }, { rights, modes: Object.freeze({}) });
    expect(rights["rights.admit"]).toBe("allow");
  });
});

describe("the modes of a capture right", () => {
  it("are intersected", () => {
    const modes = { "rights.record": ["cloud", "local"], "rights.transcribe": ["cloud"] } as const;
    const result = narrowed("allow", { record: ["local", "rawTracks"], livestream: ["cloud"] }, { modes });
    expect(result.authority.modes).toEqual({
      "rights.record": ["local"],
      "rights.livestream": ["cloud"],
      "rights.transcribe": ["cloud"],
    });
    expect([...result.touched]).toEqual(["rights.record", "rights.livestream"]);
  });

  it("that do not meet are a denial", () => {
    const result = narrowed("allow", { record: ["local"] }, { modes: { "rights.record": ["cloud"] } });
    expect(result.authority.rights["rights.record"]).toBe("deny");
    expect([...result.touched]).toEqual(["rights.record"]);
  });

  it("are limited where the source allows by default, and denied where it gives nothing that is documented", () => {
    const limited = (reading: StatedReading, assume?: Assume): unknown => {
      const { authority } = narrowed(reading, { record: ["cloud"] }, {}, assume);
      return [authority.rights["rights.record"], authority.modes?.["rights.record"]];
    };
    for (const reading of ["default(allow)", "ungoverned, everyone"] as const) {
      expect(limited(reading)).toEqual(["allow", ["cloud"]]);
      expect(limited(reading, "nothing")).toEqual(["deny", undefined]);
    }
    for (const reading of stated.filter((each) => !["allow", "default(allow)", "ungoverned, everyone"].includes(each)))
      expect(limited(reading)).toEqual(["deny", undefined]);
  });

  it("do not meet what a source without a statement is said to be limited to", () => {
    const result = narrowed("default(allow)", { record: ["local"] }, { modes: { "rights.record": ["cloud"] } });
    expect(result.authority.modes).toEqual({ "rights.record": ["local"] });
  });

  it("leave a denial alone", () => {
    const result = narrowed("deny", { record: ["cloud"] });
    expect(result.authority.rights).toEqual(everyRight("deny"));
    expect([...result.touched]).toEqual([]);
  });
});

describe("a selection of what is received", () => {
  const select = { subscribe: ["camera"] } as const;

  it("limits a source that receives everything", () => {
    for (const reading of ["allow", "default(allow)", "ungoverned, everyone"] as const) {
      const result = narrowed(reading, select);
      expect(result.authority.rights["rights.subscribe"]).toBe("allow");
      expect(result.authority.subscribeSelection).toEqual({ base: { ...no, camera: true } });
      expect([...result.touched]).toEqual(["rights.subscribe"]);
    }
  });

  it("takes everything from a source that is not documented to receive", () => {
    for (const reading of ["possible", "unknown", "default(deny)", "default(deny), liftable", "ungoverned"] as const) {
      const result = narrowed(reading, select);
      expect(result.authority.rights["rights.subscribe"]).toBe("deny");
      expect(result.authority).not.toHaveProperty("subscribeSelection");
      expect([...result.touched]).toEqual(["rights.subscribe"]);
    }
  });

  it("does not turn an assumption into a statement where nothing is to be assumed", () => {
    for (const reading of ["default(allow)", "ungoverned, everyone"] as const) {
      const result = narrowed(reading, select, {}, "nothing");
      expect(result.authority.rights["rights.subscribe"]).toBe("deny");
    }
    expect(narrowed("allow", select, {}, "nothing").authority.rights["rights.subscribe"]).toBe("allow");
  });

  it("leaves a denial alone", () => {
    const result = narrowed("deny", select);
    expect(result.authority).not.toHaveProperty("subscribeSelection");
    expect([...result.touched]).toEqual([]);
  });

  it("meets the source's own", () => {
    const subscribeSelection = { base: false, byParticipantId: { ann: true } } as const;
    const result = narrowed("allow", select, { subscribeSelection });
    expect(result.authority.subscribeSelection).toEqual({
      base: no,
      byParticipantId: { ann: { ...no, camera: true } },
    });
  });

  it("of the source stays where the policy says nothing about it", () => {
    const subscribeSelection = { base: false } as const;
    expect(narrowed("allow", { admit: false }, { subscribeSelection }).authority.subscribeSelection).toEqual({
      base: false,
    });
  });
});

describe("the meet of two selections", () => {
  it("lets through what both let through", () => {
    const ann: SubscribeSelection = { base: true, byParticipantId: { ann: { camera: false } } };
    const ben: SubscribeSelection = { base: { ...no, camera: true, microphone: true }, byParticipantId: { ben: true } };
    expect(meetSelections(ann, ben)).toEqual({
      base: { ...no, camera: true, microphone: true },
      byParticipantId: {
        ann: { ...no, microphone: true },
        ben: Object.fromEntries(subscribeKinds.map((kind) => [kind, true])),
      },
    });
    expect(meetSelections({ base: true }, { base: false })).toEqual({ base: no });
  });

  it("lists senders once and in order", () => {
    const a: SubscribeSelection = { base: true, byParticipantId: { zoe: true, ann: true } };
    expect(Object.keys(meetSelections(a, a).byParticipantId ?? {})).toEqual(["ann", "zoe"]);
  });

  it("is the greatest that lies within both", () => {
    const within = (a: SubscribeSelection, b: SubscribeSelection) =>
      ["equal", "narrower"].includes(orderSelections(a, b));
    fc.assert(
      fc.property(selections, selections, selections, (a, b, other) => {
        const meet = meetSelections(a, b);
        expect(within(meet, a) && within(meet, b)).toBe(true);
        if (within(other, a) && within(other, b)) expect(within(other, meet)).toBe(true);
        expect(orderSelections(meet, meetSelections(b, a))).toBe("equal");
      }),
    );
  });
});

describe("whatever is narrowed", () => {
  const rights: fc.Arbitrary<RightsInput> = fc.record(
    {
      publish: fc.record({ camera: fc.boolean(), data: fc.boolean() }, { requiredKeys: [] }),
      subscribe: fc.oneof(fc.boolean(), selections),
      moderate: fc.boolean(),
      record: fc.oneof(fc.boolean(), fc.constantFrom(["cloud"] as const, ["local"] as const)),
    },
    { requiredKeys: [] },
  );

  it("no target that is wider than the source comes to pass", () => {
    const assumptions = fc.constantFrom<Assume[]>("documented-defaults", "nothing");
    const readings = fc.constantFrom(...stated);
    // A role that may include something is judged by how the source says it, and narrowing says it.
    const targets = readings.filter((reading) => reading !== "possible");
    fc.assert(
      fc.property(readings, targets, rights, assumptions, (source, reading, input, assume) => {
        const context = { assume, sameVendor: false, samePlace: false };
        const before = plainAuthority(now + 3600, { rights: everyRight(source) });
        const after = narrowed(source, input, {}, assume).authority;
        const target = plainAuthority(now + 3600, { rights: everyRight(reading) });
        for (const path of rightPaths) {
          if (judgeRight(path, before, target, context) !== "wider") continue;
          expect([path, judgeRight(path, after, target, context)]).toEqual([path, "wider"]);
        }
      }),
    );
  });
});

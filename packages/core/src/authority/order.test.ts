import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoomScope, SubscribeKinds, SubscribeSelection } from "../grant/grant.js";
import {
  type Order,
  orderAutomation,
  orderEnds,
  orderEndsAtExpiry,
  orderEntries,
  orderIdentities,
  orderModes,
  orderRooms,
  orderSelections,
  orderSets,
  orderStarts,
  orderStaySeconds,
} from "./order.js";

const plain = { sameTenant: true, normalizeRoom: (name: string) => name };
const turned: Readonly<Record<Order, Order>> = {
  equal: "equal",
  narrower: "wider",
  wider: "narrower",
  incomparable: "incomparable",
};

const rooms: fc.Arbitrary<RoomScope> = fc.oneof(
  fc.constantFrom("a", "b", "c"),
  fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 2 }).map((anyOf) => ({ anyOf: anyOf.sort() })),
  fc.constant({ any: true as const }),
  fc.constantFrom("x*", "y*").map((pattern) => ({ pattern, dialect: "glob" })),
);
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
    byParticipantId: fc.dictionary(fc.constantFrom("p", "q"), fc.oneof(fc.boolean(), kinds)),
  },
  { requiredKeys: ["base"] },
);

/** What every order has to be: reflexive, the mirror image of itself, and transitive. */
function isPartialOrder<Value>(values: fc.Arbitrary<Value>, order: (inner: Value, outer: Value) => Order): void {
  const within = (inner: Value, outer: Value) => ["equal", "narrower"].includes(order(inner, outer));
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      expect(order(a, a)).toBe("equal");
      expect(order(b, a)).toBe(turned[order(a, b)]);
      if (within(a, b) && within(b, c)) expect(within(a, c)).toBe(true);
    }),
  );
}

it("compares long lists in time that grows with their length", () => {
  const names = Array.from({ length: 40_000 }, (_, index) => `room-${index}`);
  let comparisons = 0;
  const normalizeRoom = (name: string): string => {
    comparisons += 1;
    return name;
  };
  expect(orderRooms({ anyOf: names }, { anyOf: [...names].reverse() }, { ...plain, normalizeRoom })).toBe("equal");
  expect(comparisons).toBe(2 * names.length);
});

describe("every order is a partial order", () => {
  it("rooms", () => isPartialOrder(rooms, (a, b) => orderRooms(a, b, plain)));
  it("sets", () => isPartialOrder(fc.uniqueArray(fc.constantFrom(1, 2, 3)), orderSets));
  it("entries", () => isPartialOrder(fc.constantFrom("ask" as const, "direct" as const), orderEntries));
  it("identities", () => isPartialOrder(fc.constantFrom(null, "a", "b"), orderIdentities));
  it("stay", () => isPartialOrder(fc.oneof(fc.constant(null), fc.nat(5)), orderStaySeconds));
  it("ends at expiry", () => isPartialOrder(fc.boolean(), orderEndsAtExpiry));
  it("modes", () => {
    const modes = fc.oneof(
      fc.constant(undefined),
      fc.uniqueArray(fc.constantFrom("cloud" as const, "local" as const), { minLength: 1 }),
    );
    isPartialOrder(modes, orderModes);
  });
  it("selections", () => isPartialOrder(selections, orderSelections));
  it("automation", () => {
    const automation = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom({}, { mode: "cloud" as const }, { mode: "local" as const }),
    );
    isPartialOrder(automation, orderAutomation);
  });
  it("starts and ends", () => {
    const windows = fc.record({ notBefore: fc.nat(20), expiresAt: fc.oneof(fc.constant(null), fc.nat(20)) });
    isPartialOrder(windows, (a, b) => orderStarts(a, b, 10));
    isPartialOrder(windows, orderEnds);
  });
});

describe("rooms", () => {
  const order = (inner: RoomScope, outer: RoomScope, sameTenant = true) =>
    orderRooms(inner, outer, { ...plain, sameTenant });

  it("one of several is narrower, several against one wider, others incomparable", () => {
    expect(order("a", { anyOf: ["a", "b"] })).toBe("narrower");
    expect(order({ anyOf: ["a", "b"] }, "a")).toBe("wider");
    expect(order("a", "b")).toBe("incomparable");
    expect(order({ anyOf: ["a", "b"] }, { anyOf: ["b", "c"] })).toBe("incomparable");
  });

  it("every room belongs to one account", () => {
    expect(order({ any: true }, { any: true })).toBe("equal");
    expect(order({ any: true }, { any: true }, false)).toBe("incomparable");
    expect(order("a", { any: true })).toBe("narrower");
    expect(order("a", { any: true }, false)).toBe("incomparable");
    expect(order({ any: true }, "a")).toBe("wider");
  });

  it("a pattern is opaque text", () => {
    const pattern = { pattern: "a*", dialect: "glob" };
    expect(order(pattern, { ...pattern })).toBe("equal");
    expect(order(pattern, { pattern: "a*", dialect: "regex" })).toBe("incomparable");
    expect(order(pattern, { pattern: "b*", dialect: "glob" })).toBe("incomparable");
    expect(order("a", pattern)).toBe("incomparable");
    expect(order(pattern, "a")).toBe("incomparable");
    expect(order(pattern, { any: true })).toBe("narrower");
    expect(order({ any: true }, pattern)).toBe("wider");
  });

  it("compares names as the vendor does", () => {
    expect(orderRooms("Room", "room", { sameTenant: true, normalizeRoom: (name) => name.toLowerCase() })).toBe("equal");
    expect(order("Room", "room")).toBe("incomparable");
  });
});

describe("times", () => {
  const window = (notBefore: number, expiresAt: number | null | undefined) => ({ notBefore, expiresAt });

  it("what lies in the past makes no difference", () => {
    expect(orderStarts(window(0, null), window(50, null), 100)).toBe("equal");
    expect(orderStarts(window(0, null), window(101, null), 100)).toBe("wider");
    expect(orderStarts(window(101, null), window(0, null), 100)).toBe("narrower");
    expect(orderStarts(window(101, null), window(102, null), 100)).toBe("wider");
  });

  it("never is the widest end, and an unknown one compares with nothing", () => {
    expect(orderEnds(window(0, 5), window(0, null))).toBe("narrower");
    expect(orderEnds(window(0, null), window(0, 5))).toBe("wider");
    expect(orderEnds(window(0, 6), window(0, 5))).toBe("wider");
    expect(orderEnds(window(0, 4), window(0, 5))).toBe("narrower");
    expect(orderEnds(window(0, undefined), window(0, undefined))).toBe("incomparable");
    expect(orderEnds(window(0, 5), window(0, undefined))).toBe("incomparable");
    expect(orderEnds(window(0, undefined), window(0, 5))).toBe("incomparable");
  });
});

describe("selections", () => {
  it("a sender's own line counts before the base", () => {
    const onlyAnn: SubscribeSelection = { base: false, byParticipantId: { ann: true } };
    expect(orderSelections(onlyAnn, { base: true })).toBe("narrower");
    expect(orderSelections(onlyAnn, { base: false })).toBe("wider");
    expect(orderSelections(onlyAnn, { base: true, byParticipantId: { ann: false } })).toBe("incomparable");
    expect(orderSelections({ base: true, byParticipantId: { ann: { camera: false } } }, { base: true })).toBe(
      "narrower",
    );
  });

  it("somebody called undefined is not everybody else", () => {
    expect(orderSelections({ base: true, byParticipantId: { undefined: false } }, { base: false })).toBe("wider");
  });
});

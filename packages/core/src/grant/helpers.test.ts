import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  capturePaths,
  deepFreeze,
  fieldPaths,
  type Grant,
  grantPaths,
  parseGrant,
  readPath,
  rightPaths,
  sameValue,
} from "./index.js";
import { captureModes, publishKinds, subscribeKinds } from "./kinds.js";
import { elementPath, memberPath, pathSegments } from "./path-text.js";
import { powersOverOthers } from "./right-path.js";

const now = 1_800_000_000;
const grant: Grant = parseGrant(
  {
    purpose: ["api", "participant"],
    room: "standup",
    participant: { id: "u1", name: "Ada", email: "a@example.org", avatarUrl: "/a.png", metadata: { team: "x" } },
    notBefore: now - 5,
    expiresIn: 60,
    stay: { endsAtExpiry: true, maxSeconds: 600 },
    entry: "direct",
    rights: {
      publish: ["camera", "data"],
      subscribe: { base: false, byParticipantId: { u2: true } },
      visible: true,
      moderate: { media: true, remove: false, permissions: false },
      admit: false,
      record: ["cloud"],
      livestream: false,
      transcribe: true,
    },
    start: { camera: "on", microphone: "off" },
    automation: { record: { mode: "cloud" }, transcribe: true },
    client: { language: "de", redirectUrl: "/bye", closeTabOnExit: true },
  },
  { now },
);
const bare: Grant = parseGrant({ room: "standup", expiresIn: 60 }, { now });

describe("readPath", () => {
  it("reads every path of a full grant, and nothing from a bare one", () => {
    expect(grantPaths).toHaveLength(fieldPaths.length + rightPaths.length);
    for (const path of grantPaths) expect(readPath(grant, path), path).toBeDefined();
    for (const path of rightPaths) expect(readPath(bare, path), path).toBeUndefined();
  });

  it("tells false, null and absent apart", () => {
    const never = parseGrant({ room: "a", expiresAt: null, rights: { admit: false } }, { now });
    expect(readPath(never, "rights.admit")).toBe(false);
    expect(readPath(never, "expiresAt")).toBeNull();
    expect(readPath(never, "rights.visible")).toBeUndefined();
    expect(readPath({}, "room")).toBeUndefined();
  });

  it("stops at values that are no objects", () => {
    const odd = { rights: { publish: null } } as unknown as Grant;
    expect(readPath(odd, "rights.publish.camera")).toBeUndefined();
  });
});

describe("the lists of paths and words", () => {
  it("cannot be changed by whoever imports them", () => {
    const lists: readonly unknown[][] = [
      rightPaths,
      fieldPaths,
      grantPaths,
      capturePaths,
      powersOverOthers,
      captureModes,
      publishKinds,
      subscribeKinds,
    ] as never;
    for (const list of lists) {
      expect(list.length).toBeGreaterThan(0);
      expect(Object.isFrozen(list)).toBe(true);
      expect(() => list.push("rights.everything")).toThrow(TypeError);
    }
  });
});

describe("sameValue", () => {
  it("ignores the order of members, and nothing else", () => {
    expect(sameValue({ a: 1, b: [{ c: null, d: "x" }] }, { b: [{ d: "x", c: null }], a: 1 })).toBe(true);
    expect(sameValue(0, -0)).toBe(true);
    for (const [first, second] of [
      [{ a: 1 }, { a: 1, b: undefined }],
      [{ a: undefined }, { b: undefined }],
      [{ a: null }, {}],
      [null, undefined],
      [null, {}],
      [[], {}],
      [
        [1, 2],
        [2, 1],
      ],
      [[1], [1, 1]],
      [0, false],
      ["1", 1],
      [{ constructor: Object }, {}],
      [{}, { toString: 1 }],
      [{ a: { b: 1 } }, { a: { b: 2 } }],
    ]) {
      expect(sameValue(first, second)).toBe(false);
      expect(sameValue(second, first)).toBe(false);
    }
  });

  it("holds for copies", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameValue(value, structuredClone(value))));
  });
});

describe("deepFreeze", () => {
  it("freezes everything inside, also behind what is frozen already", () => {
    const value = Object.freeze({ list: [{ deep: {} }], bare: Object.create(null) as object, call: () => 1 });
    expect(deepFreeze(value)).toBe(value);
    for (const part of [value.list, value.list[0], value.list[0]?.deep, value.bare]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(Object.isFrozen(value.call)).toBe(false);
    for (const primitive of [undefined, null, 1, "a"]) expect(deepFreeze(primitive)).toBe(primitive);
  });
});

describe("path texts", () => {
  it.each([
    [memberPath("", "room"), "room", ["room"]],
    [memberPath("rights", "admit"), "rights.admit", ["rights", "admit"]],
    [elementPath("room.anyOf", 12), "room.anyOf[12]", ["room", "anyOf", 12]],
    [memberPath("stay", "a.b"), 'stay["a.b"]', ["stay", "a.b"]],
    [memberPath("", 'qu"ote'), '["qu\\"ote"]', ['qu"ote']],
    [memberPath("", "12"), '["12"]', ["12"]],
    [memberPath("", "\u0000\u202e\u007f"), '["\\u0000\\u202e\\u007f"]', ["\u0000\u202e\u007f"]],
    [memberPath("", ""), '[""]', [""]],
  ])("%s", (path, text, segments) => {
    expect(path).toBe(text);
    expect(pathSegments(path)).toEqual(segments);
  });

  it("are printable and bounded for any name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (name) => {
        const path = memberPath("a", name);
        expect(path).toMatch(/^[\x20-\x7e]+$/);
        expect(path.length).toBeLessThan(420);
        const last = pathSegments(path)[1];
        expect(name.startsWith(String(last)) || String(last).endsWith("...")).toBe(true);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepFreeze, parseGrant, safeParseGrant, sameValue } from "./index.js";
import { copyJson } from "./json-value.js";

const options = { now: 1_800_000_000 };

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { inner: nested(levels - 1) };
}

function problemsOf(value: unknown) {
  return copyJson(value, "").problems;
}

describe("copyJson", () => {
  it("agrees with JSON on every JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
        const own = JSON.stringify(value).includes('"__proto__"');
        fc.pre(!own);
        const { copy, problems } = copyJson(deepFreeze(value), "");
        expect(problems).toEqual([]);
        expect(sameValue(copy, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
  });

  it.each([
    ["undefined", undefined, ""],
    ["a member that is undefined", { a: undefined }, "a"],
    ["a function", { a: () => 1 }, "a"],
    ["a symbol", [Symbol("x")], "[0]"],
    ["NaN", { a: [0, Number.NaN] }, "a[1]"],
    ["Infinity", Number.NEGATIVE_INFINITY, ""],
    ["a bigint", { a: { b: 1n } }, "a.b"],
    ["a Date", { when: new Date() }, "when"],
    ["a Map", new Map(), ""],
    ["bytes", { key: new Uint8Array(2) }, "key"],
    ["a boxed string", { a: Object("x") }, "a"],
    ["a hole", Array(1), "[0]"],
    ["17 levels", nested(17), Array(16).fill("inner").join(".")],
  ])("refuses %s", (_, value, path) => {
    expect(problemsOf(value).map((problem) => problem.path)).toEqual([path]);
  });

  it("takes 16 levels", () => {
    expect(copyJson(nested(16), "")).toEqual({ copy: nested(16), problems: [] });
  });

  it("refuses cycles and shared parts that multiply", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    expect(problemsOf(cycle)).toHaveLength(1);
    let wide: unknown = 1;
    for (let level = 0; level < 12; level++) wide = Array(20).fill(wide);
    expect(problemsOf(wide).map((problem) => problem.message)).toEqual([expect.stringContaining("10000 members")]);
  });

  it("refuses `__proto__` wherever it is", () => {
    const value: unknown = JSON.parse('[{ "a": { "__proto__": { "admin": true } } }]');
    expect(copyJson(value, "participant.metadata").problems).toMatchObject([
      { path: "participant.metadata[0].a.__proto__" },
    ]);
  });

  it("keeps `constructor` and `toString` as plain members", () => {
    const value = JSON.parse('{ "constructor": 1, "toString": { "prototype": 2 } }') as Record<string, unknown>;
    const copy = copyJson(value, "").copy as object;
    expect(Object.entries(copy)).toEqual(Object.entries(value));
    expect("hasOwnProperty" in copy).toBe(false);
  });

  it("writes minus zero as JSON does", () => {
    expect(Object.is(copyJson(-0, "").copy, 0)).toBe(true);
  });

  it("reads each member once", () => {
    let reads = 0;
    const value = {
      get a() {
        reads += 1;
        return reads;
      },
    };
    expect(copyJson(value, "").copy).toEqual({ a: 1 });
  });

  it("stops after a hundred problems", () => {
    expect(problemsOf(Array(1e9))).toHaveLength(100);
  });
});

describe("participant.metadata", () => {
  function metadataOf(metadata: unknown) {
    return parseGrant({ room: "a", expiresIn: 60, participant: { metadata } }, options).participant?.metadata;
  }

  it.each([null, 0, "", false, [], {}, { a: { b: [null] } }, "text"])("keeps %j", (metadata) => {
    expect(metadataOf(metadata)).toEqual(metadata);
  });

  it("refuses what JSON cannot hold, with the path of each", () => {
    const metadata = { a: undefined, b: [() => 1], c: Number.NaN };
    const result = safeParseGrant({ room: "a", expiresIn: 60, participant: { metadata } }, options);
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toEqual([
      "participant.metadata.a",
      "participant.metadata.b[0]",
      "participant.metadata.c",
    ]);
  });
});

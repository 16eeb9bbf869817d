import { describe, expect, it } from "vitest";
import { differences, shortJson } from "./differences.js";

describe("differences", () => {
  it.each<[string, unknown, unknown, unknown]>([
    ["nothing", { a: 1, b: [1] }, { b: [1], a: 1 }, []],
    ["a member", { a: { b: 1 } }, { a: { b: 2 } }, [{ path: "a.b", expected: 1, actual: 2 }]],
    ["a missing member", { a: 1 }, {}, [{ path: "a", expected: 1, actual: undefined }]],
    ["a member too many", {}, { a: null }, [{ path: "a", expected: undefined, actual: null }]],
    ["an item", [1, 2], [1, 3], [{ path: "[1]", expected: 2, actual: 3 }]],
    ["lists of two lengths", { a: [1] }, { a: [1, 2] }, [{ path: "a", expected: [1], actual: [1, 2] }]],
    ["two kinds", { a: 1 }, "x", [{ path: "", expected: { a: 1 }, actual: "x" }]],
    ["a name with a dot", { "a.b": 1 }, { "a.b": 2 }, [{ path: '["a.b"]', expected: 1, actual: 2 }]],
    ["an inherited name", { constructor: 1 }, {}, [{ path: "constructor", expected: 1, actual: undefined }]],
  ])("finds %s", (_what, expected, actual, found) => {
    expect(differences(expected, actual)).toEqual(found);
  });

  it("shows a refusal and a result as a whole", () => {
    const [expected, actual] = [{ outcome: "error", anyOf: ["token.expired"] }, { outcome: "ok" }];
    expect(differences(expected, actual)).toEqual([{ path: "", expected, actual }]);
  });
});

describe("a value on one line", () => {
  it("can be wrapped, and is cut where it is long", () => {
    expect(shortJson({ a: [1, 2], b: "x\ny" }, 100)).toBe('{ "a": [ 1, 2 ], "b": "x\\ny" }');
    expect(shortJson("x".repeat(50), 10)).toBe('"xxxxxxxx…');
    expect(shortJson(undefined, 10)).toBe("(absent)");
  });
});

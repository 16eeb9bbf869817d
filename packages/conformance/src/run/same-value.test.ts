import { describe, expect, it } from "vitest";
import { sameValue } from "./same-value.js";

describe("equality of results", () => {
  it.each([
    [
      { a: 1, b: [1, 2] },
      { b: [1, 2], a: 1 },
    ],
    [{ a: undefined }, {}],
    [null, null],
    [[], []],
  ])("%j is %j", (first, second) => {
    expect(sameValue(first, second)).toBe(true);
    expect(sameValue(second, first)).toBe(true);
  });

  it.each([
    [{ a: false }, {}],
    [{ a: null }, {}],
    [{ a: null }, { a: false }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [{ a: 1 }, { b: 1 }],
    [1, "1"],
    [{ toString: 1 }, {}],
    [{}, null],
  ])("%j is not %j", (first, second) => {
    expect(sameValue(first, second)).toBe(false);
    expect(sameValue(second, first)).toBe(false);
  });
});

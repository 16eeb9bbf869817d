import { describe, expect, it } from "vitest";
import { tokensInJson } from "./tokens-in-json.js";

const one = "eyJhbGciOiJIUzI1NiJ9.eyJyIjoiYSJ9.c2ln";
const other = "eyJhbGciOiJIUzI1NiJ9.eyJyIjoiYiJ9.c2ln";

describe("tokens in JSON", () => {
  it("are the member `token`, whatever it holds and whatever is beside it", () => {
    expect(tokensInJson({ token: "abc", other: one })).toEqual(["abc"]);
    expect(tokensInJson({ token: "" })).toEqual([""]);
  });

  it("are every different text that looks like one, wherever it stands", () => {
    expect(tokensInJson({ data: [{ jwt: one }, one, ` Bearer ${other}\n`] })).toEqual([one, other]);
    expect(tokensInJson([one])).toEqual([one]);
    expect(tokensInJson({ token: { value: one } })).toEqual([one]);
    expect(tokensInJson(one)).toEqual([one]);
  });

  it("are no other texts", () => {
    const texts = ["a.b.c", `${one}.x`, `x${one}`, `https://example.com/?t=${one}`, "eyJhbGciOiJIUzI1NiJ9", ""];
    expect(tokensInJson({ texts, number: 1, nothing: null, [one]: true })).toEqual([]);
  });

  it("are looked for eight levels deep", () => {
    const nested = (levels: number): unknown => (levels === 0 ? one : { in: nested(levels - 1) });
    expect(tokensInJson(nested(8))).toEqual([one]);
    expect(tokensInJson(nested(9))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { failureReason } from "./failure-reason.js";

class Coded extends Error {
  readonly code: unknown;
  constructor(code: unknown) {
    super("https://example.com/?secret=TEST-ONLY-x");
    this.code = code;
  }
}
const coded = (code: unknown): Error => new Coded(code);

describe("why a request failed", () => {
  it.each([
    ["ECONNREFUSED", "refused"],
    ["ENOTFOUND", "not found"],
    ["CERT_HAS_EXPIRED", "expired"],
  ])("is told for %s, also from inside", (code, words) => {
    expect(failureReason(coded(code))?.words).toContain(words);
    const wrapped = new TypeError("fetch failed", { cause: new Error("again", { cause: coded(code) }) });
    expect(failureReason(wrapped)).toMatchObject({ name: code, words: expect.stringContaining(words) });
  });

  it("is told for a redirect", () => {
    expect(failureReason(new TypeError("fetch failed", { cause: new Error("unexpected redirect") }))?.name).toBe(
      "redirect",
    );
  });

  it("is nothing that is not in the list, whatever the error says", () => {
    for (const error of [
      coded("TEST-ONLY-SECRET"),
      coded("constructor"),
      coded(7),
      new Error("x"),
      undefined,
      null,
      "ENOTFOUND",
    ])
      expect(failureReason(error)).toBeUndefined();
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(failureReason(loop)).toBeUndefined();
  });
});

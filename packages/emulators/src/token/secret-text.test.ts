import { describe, expect, it } from "vitest";
import { isOneOf, SecretText } from "./secret-text.js";

describe("a key that a caller has to know", () => {
  const key = new SecretText("TEST-ONLY-key");

  it.each<[string, boolean]>([
    ["TEST-ONLY-key", true],
    ["TEST-ONLY-keY", false],
    ["TEST-ONLY-key ", false],
    ["TEST-ONLY", false],
    ["", false],
    ["TEST-ONLY-key".repeat(1000), false],
  ])("is matched by %j: %s", async (guess, expected) => {
    expect(await key.matches(guess)).toBe(expected);
  });

  it("is one of several, wherever it stands", async () => {
    const keys = ["a", "b", "c"].map((text) => new SecretText(text));
    const found = await Promise.all(["a", "b", "c", "d", ""].map((guess) => isOneOf(keys, guess)));
    expect(found).toEqual([true, true, true, false, false]);
    expect(await isOneOf([], "")).toBe(false);
  });
});

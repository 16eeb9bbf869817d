import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyRing } from "./keys.js";
import { parseCompact } from "./parse-compact.js";
import { importSecret } from "./secret.js";
import { mint, SECRET } from "./testing/mint.js";
import { verifySigned } from "./testing/verify-signed.js";

const rules = { header: { algorithms: ["HS256"] } };
const ring = createKeyRing(importSecret(SECRET, { algorithm: "HS256" }));

// A short header and payload, so that the exhaustive runs stay small.
const token = mint({ alg: "HS256" }, { room: "standup", id: 1 });
const places = Array.from({ length: token.length }, (_, index) => index);

async function isAccepted(text: string): Promise<boolean> {
  // Most are refused by their form; only the rest is worth a computation.
  if (parseCompact(text, rules).findings.length > 0) return false;
  return verifySigned(text, { ...rules, keys: ring }).then(
    () => true,
    () => false,
  );
}

describe("a token has exactly one spelling", () => {
  it("starts from an accepted token of about 95 characters", async () => {
    expect(await isAccepted(token)).toBe(true);
    expect(token.length).toBeGreaterThan(90);
    expect(token.length).toBeLessThan(120);
  });

  it("is refused with any one character replaced by any other of the first 256", async () => {
    let accepted = 0;
    for (const place of places) {
      for (let code = 0; code < 256; code += 1) {
        const character = String.fromCharCode(code);
        if (character === token[place]) continue;
        if (await isAccepted(token.slice(0, place) + character + token.slice(place + 1))) accepted += 1;
      }
    }
    expect(accepted).toBe(0);
  });

  it("is refused with any of the first 256 characters inserted anywhere", async () => {
    let accepted = 0;
    for (const place of [...places, token.length]) {
      for (let code = 0; code < 256; code += 1) {
        if (await isAccepted(token.slice(0, place) + String.fromCharCode(code) + token.slice(place))) accepted += 1;
      }
    }
    expect(accepted).toBe(0);
  });

  it("is refused with any one character left out, or any stretch cut off", async () => {
    for (const place of places) {
      expect(await isAccepted(token.slice(0, place) + token.slice(place + 1))).toBe(false);
      expect(await isAccepted(token.slice(0, place))).toBe(false);
      expect(await isAccepted(token.slice(place + 1))).toBe(false);
    }
  });

  it("is refused with any character from beyond ASCII, also one whose low byte would fit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.integer({ min: 128, max: 0xffff }), async (place, code) => {
        expect(await isAccepted(token.slice(0, place) + String.fromCharCode(code) + token.slice(place + 1))).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
    const shifted = [...token].map((character) => String.fromCharCode(character.charCodeAt(0) + 256)).join("");
    expect(await isAccepted(shifted)).toBe(false);
  });
});

describe("the alphabet", () => {
  it("lets exactly A-Z a-z 0-9 - _ and the dot through, at every place", () => {
    for (const place of places) {
      for (let code = 0; code < 256; code += 1) {
        const character = String.fromCharCode(code);
        const text = token.slice(0, place) + character + token.slice(place + 1);
        const ids = parseCompact(text, rules).findings.map((finding) => finding.id);
        const isEnd = text[place + 1] === "." || place === token.length - 1;
        if (/[A-Za-z0-9\-_.]/.test(character)) expect(ids).not.toContain("token.bad-character");
        else if (character === "=" && isEnd) expect(ids).toContain("token.not-canonical");
        else expect(ids[0]).toBe("token.bad-character");
      }
    }
  });

  it.each([
    ["flattened JSON", JSON.stringify(Object.fromEntries(token.split(".").map((part, index) => [index, part])))],
    ["general JSON", `{"payload":"${token}","signatures":[{"protected":"${token}","signature":"x"}]}`],
    ["a token and JSON behind it", `${token}{"a":"b"}`],
    ["JSON around a token", `{"token":"${token}"}`],
    ["a header line", `Bearer ${token}`],
    ["a quoted token", `"${token}"`],
  ])("refuses %s", async (_name, text) => {
    expect(parseCompact(text, rules).findings[0]?.id).toBe("token.bad-character");
    expect(await isAccepted(text)).toBe(false);
  });
});

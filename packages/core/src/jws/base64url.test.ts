import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url, readBase64url } from "./base64url.js";
import * as nodeText from "./base64url-text.node.js";
import * as webText from "./base64url-text.web.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

describe("base64url", () => {
  it("writes what Node writes, and reads it back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(decodeBase64url(text)).toEqual(bytes);
      }),
    );
  });

  it("accepts a text exactly when encoding what Node reads from it gives the same text", () => {
    const character = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...ALPHABET) },
      fc.constantFrom("=", "+", "/", " ", "\n", ".", "\u00c1", "\u0141"),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const text = characters.join("");
        const isCanonical = Buffer.from(text, "base64url").toString("base64url") === text;
        expect(decodeBase64url(text) !== undefined).toBe(isCanonical);
      }),
      { numRuns: 2000 },
    );
  });

  it("accepts every pair and triple of characters only without spare bits", () => {
    let pairs = 0;
    let triples = 0;
    for (const last of ALPHABET) {
      for (const first of ALPHABET) pairs += decodeBase64url(first + last) === undefined ? 0 : 1;
      for (const middle of ALPHABET) triples += decodeBase64url(`A${middle}${last}`) === undefined ? 0 : 1;
    }
    expect(pairs).toBe(256);
    expect(triples).toBe(1024);
  });

  it.each([
    ["A", "length", undefined],
    ["AAAAA", "length", undefined],
    ["AA=", "padding", [0]],
    ["AA==", "padding", [0]],
    ["AAA=", "padding", [0, 0]],
    ["AB", "spare-bits", [0]],
    ["AAB", "spare-bits", [0, 0]],
    ["AAAA===", "alphabet", undefined],
    ["A A", "alphabet", undefined],
    ["+/AA", "alphabet", undefined],
    ["\u0100AAA", "alphabet", undefined],
    ["\u0080AAA", "alphabet", undefined],
    ["AAA\u007f", "alphabet", undefined],
    ["=", "padding", []],
    ["==", "padding", []],
    ["*", "alphabet", undefined],
  ])("says what is wrong with %j: %s", (text, fault, bytes) => {
    const reading = readBase64url(text);
    expect(reading.fault).toBe(fault);
    expect(reading.bytes === undefined ? undefined : [...reading.bytes]).toEqual(bytes);
    expect(decodeBase64url(text)).toBeUndefined();
  });

  it("reads the empty text as no bytes", () => {
    expect(decodeBase64url("")).toEqual(new Uint8Array(0));
    expect(encodeBase64url(new Uint8Array(0))).toBe("");
  });
});

describe.each([
  ["Node", nodeText],
  ["the web", webText],
])("what %s writes", (_name, { base64urlOfBytes, base64urlOfText, bytesOfBase64url }) => {
  it("is read by the strict reader alone, or as it reads it", () => {
    const spelled = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map(encodeBase64url),
      fc.string({ unit: fc.constantFrom(...ALPHABET, "=", "+", "/", " ", "\n", "."), maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    fc.assert(
      fc.property(spelled, (text) => {
        const bytes = bytesOfBase64url(text);
        if (bytes === undefined) return;
        expect(readBase64url(text)).toEqual({ bytes: new Uint8Array(bytes), fault: undefined });
      }),
      { numRuns: 5000 },
    );
  });

  it("is the canonical spelling of the same bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(7), (bytes, offset) => {
        const within = new Uint8Array(bytes.length + offset);
        within.set(bytes, offset);
        expect(base64urlOfBytes(within.subarray(offset))).toBe(encodeBase64url(bytes));
      }),
    );
  });

  it("is that of the text's UTF-8 bytes, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(base64urlOfText(text)).toBe(encodeBase64url(new TextEncoder().encode(text)));
      }),
    );
  });
});

it("what Node reads faster is every canonical spelling, and no other of up to three characters", () => {
  const units = [...ALPHABET, "=", "+", "/", " "];
  const texts = units.flatMap((a) => [a, ...units.flatMap((b) => [a + b, ...units.map((c) => a + b + c)])]);
  const wrong = texts.filter(
    (text) => (nodeText.bytesOfBase64url(text) !== undefined) !== (readBase64url(text).fault === undefined),
  );
  expect(texts.length).toBeGreaterThan(300_000);
  expect(wrong).toEqual([]);
});

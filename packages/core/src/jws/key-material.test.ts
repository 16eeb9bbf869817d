import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64, decodeHex, looksLikeOtherKey } from "./key-material.js";
import { encodeUtf8 } from "./text-bytes.js";

function isOtherKey(text: string): boolean {
  return looksLikeOtherKey(text, encodeUtf8(text));
}

describe("decodeBase64", () => {
  it("reads what Node writes, with its padding or without", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(decodeBase64(text)).toEqual(bytes);
        expect(decodeBase64(text.replaceAll("=", ""))).toEqual(bytes);
      }),
    );
    expect(decodeBase64("+/+/")).toEqual(Uint8Array.of(0xfb, 0xff, 0xbf));
  });

  it.each([
    "A",
    "AB==",
    "AA=",
    "AAA==",
    "AAAA=",
    "AAAA==",
    "AA===",
    "=AAA",
    "A=AA",
    "-_AA",
    "AA AA",
    "AAAA\n",
    "\u0100AAA",
  ])("refuses %j", (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});

describe("decodeHex", () => {
  it.each([
    ["", []],
    ["00ff", [0, 255]],
    ["0aF9", [10, 249]],
  ])("reads %j", (text, bytes) => {
    expect(decodeHex(text)).toEqual(Uint8Array.from(bytes));
  });

  it.each(["0", "000", "0g", "g0", "00 0", " 00 ", "0x00", "00\n0"])("refuses %j", (text) => {
    expect(decodeHex(text)).toBeUndefined();
  });
});

describe("looksLikeOtherKey", () => {
  const harmless = "correct horse battery staple 0123456789";

  it.each([
    "-----BEGIN PUBLIC KEY-----",
    "---- BEGIN SSH2 PUBLIC KEY ----",
    "PuTTY-User-Key-File-3: ssh-ed25519",
    "ssh-rsa",
    "ssh-dss",
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    Buffer.from("-----BEGIN PUBLIC KEY-----").toString("base64").slice(0, 20),
    "AAAAB3NzaC1yc2E",
  ])("knows %j, wherever it stands and with NULs between", (marker) => {
    for (const text of [marker, `${harmless}${marker}`, `\ufeff${marker} ${harmless}`, [...marker].join("\0")]) {
      expect(isOtherKey(text)).toBe(true);
    }
    expect(isOtherKey(harmless)).toBe(false);
  });

  it.each([
    ['{"kty":"oct"}', true],
    ['x{"\\u006bty":"oct"}', true],
    ['{"\\u006Bt\\u0079":1}', true],
    ['{"kty', false],
    ['"kty":"oct"', false],
    ['{"key":"oct"}', false],
    ['{"\\u106bty":"oct"}', false],
  ])("JWK: %s is %s", (text, is) => {
    expect(isOtherKey(text)).toBe(is);
  });

  /** One DER value of `length` bytes in all, whose content begins with `inner`. */
  function der(length: number, header: readonly number[], inner = 0x30): Uint8Array {
    const bytes = new Uint8Array(length);
    bytes.set([...header, inner]);
    return bytes;
  }

  const isDer = (bytes: Uint8Array): boolean => looksLikeOtherKey("", bytes);

  it.each<[string, Uint8Array, boolean]>([
    ["a sequence of 44 bytes", der(44, [0x30, 42]), true],
    ["one that begins with an integer", der(44, [0x30, 42], 0x02), true],
    ["one that begins with a text", der(44, [0x30, 42], 0x04), false],
    ["43 bytes", der(43, [0x30, 41]), false],
    ["another tag", der(44, [0x31, 42]), false],
    ["a length that is too small", der(44, [0x30, 41]), false],
    ["a length that is too large", der(44, [0x30, 43]), false],
    ["127 bytes of content", der(129, [0x30, 0x7f]), true],
    ["a length of one byte", der(131, [0x30, 0x81, 128]), true],
    ["a length of two bytes", der(0x0102 + 4, [0x30, 0x82, 1, 2]), true],
    ["the same, its bytes swapped", der(0x0102 + 4, [0x30, 0x82, 2, 1]), false],
    ["a length of three bytes", der(0x010203 + 5, [0x30, 0x83, 1, 2, 3]), true],
    ["a length of four bytes", der(0x0102 + 6, [0x30, 0x84, 0, 0, 1, 2]), false],
    ["nothing", new Uint8Array(0), false],
  ])("DER: %s is %s", (_name, bytes, is) => {
    expect(isDer(bytes)).toBe(is);
    expect(isOtherKey(Buffer.from(bytes).toString("base64"))).toBe(is);
    expect(
      isOtherKey(
        `${Buffer.from(bytes)
          .toString("base64")
          .replaceAll(/(.{20})/g, "$1\r\n ")}\n`,
      ),
    ).toBe(is);
    expect(isOtherKey(Buffer.from(bytes).toString("base64url"))).toBe(is);
  });
});

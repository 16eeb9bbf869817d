import { describe, expect, it } from "vitest";
import { equalDigests } from "./equal-digests.js";
import { toHex } from "./hex.js";
import { createSeal } from "./seal.js";
import * as node from "./sha256.node.js";
import * as web from "./sha256.web.js";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe("digests", () => {
  it("are the same on Node and elsewhere, as bytes and as hex digits, of bytes and of text", async () => {
    for (const length of [0, 1, 55, 56, 64, 1000]) {
      const data = new Uint8Array(length).fill(length);
      const digest = toHex(await node.sha256(data));
      expect(toHex(await web.sha256(data))).toBe(digest);
      expect(await node.sha256Hex(data)).toBe(digest);
      expect(await web.sha256Hex(data)).toBe(digest);
    }
    // FIPS 180-2, appendix B.1, and a text whose bytes are more than its characters.
    for (const { sha256Hex } of [node, web]) {
      expect(await sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
      expect(await sha256Hex("Grüße €")).toBe(await sha256Hex(new TextEncoder().encode("Grüße €")));
    }
  });

  it("are equal only as a whole", () => {
    expect(equalDigests("0af3", "0af3")).toBe(true);
    expect(equalDigests("", "")).toBe(true);
    for (const [left, right] of [
      ["0af3", "0af4"],
      ["0af3", "1af3"],
      ["", "0"],
      ["0", ""],
      ["0a", "0a0"],
      ["0A", "0a"],
    ] as const) {
      expect(equalDigests(left, right)).toBe(false);
    }
  });

  it("are written with both digits of every byte", () => {
    expect(toHex(bytes(0, 15, 16, 255))).toBe("000f10ff");
  });
});

describe("a seal", () => {
  it("opens with the same secret at the same place only, never looks the same twice, and shows every change", async () => {
    const seal = await createSeal("TEST-ONLY-secret-0123456789", "a place");
    const [one, two] = [await seal.close("hello"), await seal.close("hello")];
    expect(one).not.toBe(two);
    expect(await (await createSeal("TEST-ONLY-secret-0123456789", "a place")).open(one)).toBe("hello");
    expect(await (await createSeal("TEST-ONLY-other-secret-0123", "a place")).open(one)).toBeUndefined();
    expect(await (await createSeal("TEST-ONLY-secret-0123456789", "another")).open(one)).toBeUndefined();
    for (const changed of ["", ".", one.slice(0, -4), `${one}AAAA`, one.replace(".", ""), one.replace(/^./, "_")]) {
      expect(await seal.open(changed)).toBeUndefined();
    }
  });
});

import { describe, expect, it } from "vitest";
import { equalBytes } from "./equal-bytes.js";
import { fromHex, toHex } from "./hex.js";
import { createSeal } from "./seal.js";
import { sha256 as onNode } from "./sha256.node.js";
import { sha256 as elsewhere } from "./sha256.web.js";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe("digests", () => {
  it("are the same on Node and elsewhere", async () => {
    for (const length of [0, 1, 55, 56, 64, 1000]) {
      const data = new Uint8Array(length).fill(length);
      expect(toHex(await elsewhere(data))).toBe(toHex(await onNode(data)));
    }
  });

  it("are equal only as a whole", () => {
    expect(equalBytes(bytes(1, 2), bytes(1, 2))).toBe(true);
    for (const [left, right] of [
      [bytes(1, 2), bytes(1, 3)],
      [bytes(1, 2), bytes(2, 2)],
      [bytes(), bytes(1)],
      [bytes(1), bytes()],
      [bytes(1), bytes(1, 0)],
      [bytes(1, 0), bytes(1)],
    ] as const) {
      expect(equalBytes(left, right)).toBe(false);
    }
  });

  it("are written as hex digits and read back, and nothing else is read", () => {
    expect(fromHex(toHex(bytes(0, 15, 16, 255)))).toEqual(bytes(0, 15, 16, 255));
    for (const text of ["0", "0g", "FF", " 00", "0x00"]) expect(fromHex(text)).toBeUndefined();
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

import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as Seam from "./hmac.js";
import * as node from "./hmac.node.js";
import * as web from "./hmac.web.js";
import { importSubtleHmacKey } from "./web-crypto.js";

const secrets = fc.uint8Array({ minLength: 1, maxLength: 200 });
const data = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ minLength: 1900, maxLength: 4200 }));

const implementations: readonly (readonly [string, typeof Seam])[] = [
  ["node", node],
  ["node without its hash for one call", { importHmacKey: node.importPlainHmacKey }],
  ["web", web],
];

describe.each(implementations)("HMAC-SHA-256 of %s", (_name, { importHmacKey }) => {
  it("is that of the platform's own library, and verifies", async () => {
    await fc.assert(
      fc.asyncProperty(secrets, data, async (secret, bytes) => {
        const key = await importHmacKey(secret);
        const tag = await key.sign(bytes);
        expect(Buffer.from(tag).toString("hex")).toBe(createHmac("sha256", secret).update(bytes).digest("hex"));
        expect(await key.verify(bytes, tag)).toBe(true);
      }),
    );
  });

  it("is the same of a token's text, however long it is", async () => {
    const token = fc.string({ unit: fc.constantFrom(..."abcXYZ019-_."), maxLength: 5000, size: "max" });
    await fc.assert(
      fc.asyncProperty(secrets, token, async (secret, ascii) => {
        const key = await importHmacKey(secret);
        const tag = Buffer.from(await key.sign(new TextEncoder().encode(ascii))).toString("base64url");
        expect(key.signText?.(ascii) ?? tag).toBe(tag);
      }),
    );
  });

  it("refuses a tag with any one bit changed", async () => {
    const key = await importHmacKey(new Uint8Array([1, 2, 3]));
    const bytes = new Uint8Array([4, 5, 6]);
    const tag = await key.sign(bytes);
    for (let bit = 0; bit < 256; bit += 1) {
      const changed = Uint8Array.from(tag);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(await key.verify(bytes, changed)).toBe(false);
    }
  });

  it("refuses a tag of any other length without throwing", async () => {
    const key = await importHmacKey(new Uint8Array([1]));
    const tag = await key.sign(new Uint8Array(0));
    for (const length of [0, 1, 16, 31, 33, 64]) {
      const other = new Uint8Array(length);
      other.set(tag.subarray(0, Math.min(length, 32)));
      expect(await key.verify(new Uint8Array(0), other)).toBe(false);
    }
  });

  it("keeps its own copy of the secret", async () => {
    const secret = new Uint8Array([9, 9, 9]);
    const key = await importHmacKey(secret);
    const before = await key.sign(new Uint8Array(1));
    secret.fill(0);
    expect(await key.sign(new Uint8Array(1))).toEqual(before);
  });
});

describe("the longer hashes", () => {
  it.each([
    ["SHA-384", "sha384", 48],
    ["SHA-512", "sha512", 64],
  ] as const)("%s", async (hash, nodeName, length) => {
    const secret = new Uint8Array(80).fill(7);
    const bytes = new Uint8Array([1, 2, 3]);
    const key = await importSubtleHmacKey(secret, hash);
    const tag = await key.sign(bytes);
    expect(tag.length).toBe(length);
    expect(Buffer.from(tag).toString("hex")).toBe(createHmac(nodeName, secret).update(bytes).digest("hex"));
    expect(await key.verify(bytes, tag)).toBe(true);
    expect(await key.verify(bytes, tag.subarray(0, 32))).toBe(false);
  });
});

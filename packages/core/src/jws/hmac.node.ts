import { Buffer } from "node:buffer";
import * as crypto from "node:crypto";
import { base64urlOfBytes } from "./base64url-text.node.js";
import type * as Seam from "./hmac.js";
import { encodeUtf8 } from "./text-bytes.js";

const TAG_BYTES = 32;
const BLOCK_BYTES = 64;

type SecretKey = ReturnType<typeof crypto.createSecretKey>;

/** As Node documents it. */
class PlainHmacKey implements Seam.HmacKey {
  readonly #key: SecretKey;

  constructor(key: SecretKey) {
    this.#key = key;
  }

  sign(data: Uint8Array): Uint8Array {
    return crypto.createHmac("sha256", this.#key).update(data).digest();
  }

  verify(data: Uint8Array, tag: Uint8Array): boolean {
    return isSameTag(this.sign(data), tag);
  }
}

/**
 * HMAC as RFC 2104 puts it together: one hash over the key's inner pad and the data, one over its outer pad and the first.
 * Two hashes in one call each take half the time of an `Hmac` object, which is made anew for every token.
 */
class OneShotHmacKey implements Seam.HmacKey {
  /** The inner pad, and room for a token of usual size after it. */
  readonly #inner = Buffer.alloc(2048);
  readonly #outer = Buffer.alloc(BLOCK_BYTES + TAG_BYTES);

  constructor(secret: Uint8Array) {
    const key = secret.length > BLOCK_BYTES ? oneHash(secret) : secret;
    this.#inner.fill(0x36, 0, BLOCK_BYTES);
    this.#outer.fill(0x5c, 0, BLOCK_BYTES);
    key.forEach((byte, index) => {
      this.#inner[index] = byte ^ 0x36;
      this.#outer[index] = byte ^ 0x5c;
    });
  }

  sign(data: Uint8Array): Uint8Array {
    const end = BLOCK_BYTES + data.length;
    const inner: Uint8Array = end <= this.#inner.length ? this.#inner : new Uint8Array(end);
    if (inner !== this.#inner) inner.set(this.#inner.subarray(0, BLOCK_BYTES));
    inner.set(data, BLOCK_BYTES);
    this.#outer.set(oneHash(inner.subarray(0, end)), BLOCK_BYTES);
    return oneHash(this.#outer);
  }

  signText(ascii: string): string {
    const end = BLOCK_BYTES + ascii.length;
    if (end > this.#inner.length) return base64urlOfBytes(this.sign(encodeUtf8(ascii)));
    this.#inner.latin1Write(ascii, BLOCK_BYTES);
    this.#outer.latin1Write(crypto.hash("sha256", this.#inner.subarray(0, end), "binary"), BLOCK_BYTES);
    return crypto.hash("sha256", this.#outer, "base64url");
  }

  verify(data: Uint8Array, tag: Uint8Array): boolean {
    return isSameTag(this.sign(data), tag);
  }
}

function oneHash(data: Uint8Array): Uint8Array {
  return crypto.hash("sha256", data, "buffer");
}

/** `timingSafeEqual` throws on unequal lengths, and a length is no secret. */
function isSameTag(expected: Uint8Array, tag: Uint8Array): boolean {
  return tag.length === TAG_BYTES && crypto.timingSafeEqual(expected, tag);
}

/** For runtimes that imitate Node and lack `crypto.hash`. */
export const importPlainHmacKey: typeof Seam.importHmacKey = (secret) =>
  new PlainHmacKey(crypto.createSecretKey(secret));

// Runtimes that imitate Node may not have the function for one call: hence a namespace, and no import by name.
export const importHmacKey: typeof Seam.importHmacKey = (secret) =>
  typeof crypto.hash === "function" ? new OneShotHmacKey(secret) : importPlainHmacKey(secret);

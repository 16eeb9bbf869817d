import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type * as Seam from "./hmac.js";

const TAG_BYTES = 32;

class NodeHmacKey implements Seam.HmacKey {
  readonly #key: ReturnType<typeof createSecretKey>;

  constructor(secret: Uint8Array) {
    this.#key = createSecretKey(secret);
  }

  sign(data: Uint8Array): Uint8Array {
    return createHmac("sha256", this.#key).update(data).digest();
  }

  verify(data: Uint8Array, tag: Uint8Array): boolean {
    // timingSafeEqual throws on unequal lengths, and a length is no secret.
    if (tag.length !== TAG_BYTES) return false;
    return timingSafeEqual(this.sign(data), tag);
  }
}

export const importHmacKey: typeof Seam.importHmacKey = (secret) => new NodeHmacKey(secret);

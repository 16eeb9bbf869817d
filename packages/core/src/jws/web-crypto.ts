import type { HmacKey } from "./hmac.js";

/** A key held by the platform; nothing of it can be read through this type. */
export interface SubtleKey {
  readonly type: string;
  readonly algorithm: { readonly name: string; readonly modulusLength?: number };
}

interface Subtle {
  importKey(
    format: "raw",
    bytes: Uint8Array,
    algorithm: { name: "HMAC"; hash: string },
    extractable: false,
    usages: readonly string[],
  ): Promise<SubtleKey>;
  sign(algorithm: SubtleOperation, key: SubtleKey, data: Uint8Array): Promise<ArrayBuffer>;
  verify(algorithm: SubtleOperation, key: SubtleKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

/** The algorithm argument of `crypto.subtle.sign` and `verify`. */
export type SubtleOperation = string | { readonly name: string; readonly hash?: string };

/**
 * `crypto.subtle`, which Node 20, browsers and workers all have. Looked up at use, because some platforms put it in
 * place late, and typed here, because the package is compiled without the types of any one platform.
 */
export function subtle(): Subtle {
  return (globalThis as unknown as { crypto: { subtle: Subtle } }).crypto.subtle;
}

const TAG_BYTES = { "SHA-256": 32, "SHA-384": 48, "SHA-512": 64 } as const;

class SubtleHmacKey implements HmacKey {
  readonly #key: SubtleKey;
  readonly #tagBytes: number;

  constructor(key: SubtleKey, tagBytes: number) {
    this.#key = key;
    this.#tagBytes = tagBytes;
  }

  async sign(data: Uint8Array): Promise<Uint8Array> {
    return new Uint8Array(await subtle().sign("HMAC", this.#key, data));
  }

  verify(data: Uint8Array, tag: Uint8Array): Promise<boolean> {
    // Web Crypto itself compares in constant time.
    if (tag.length !== this.#tagBytes) return Promise.resolve(false);
    return subtle().verify("HMAC", this.#key, tag, data);
  }
}

/** Prepares a raw secret for HMAC with one hash; `hash` decides the length of the tag. */
export async function importSubtleHmacKey(secret: Uint8Array, hash: keyof typeof TAG_BYTES): Promise<HmacKey> {
  const key = await subtle().importKey("raw", secret, { name: "HMAC", hash }, false, ["sign", "verify"]);
  return new SubtleHmacKey(key, TAG_BYTES[hash]);
}

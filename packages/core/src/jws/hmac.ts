/** A plain value where the platform can answer at once (Node), a promise where it cannot (browsers, workers). */
export type MaybePromise<T> = T | Promise<T>;

/** A raw secret prepared for HS256. The bytes themselves cannot be read back. */
export interface HmacKey {
  /** HMAC-SHA-256 over `data`, 32 bytes. */
  sign(data: Uint8Array): MaybePromise<Uint8Array>;
  /** The same over ASCII text, as base64url; where the platform is faster without bytes in between. */
  signText?(ascii: string): string;
  /** Compares in constant time. A tag that is not 32 bytes long is refused before anything is computed. */
  verify(data: Uint8Array, tag: Uint8Array): MaybePromise<boolean>;
}

/**
 * The seam `#hmac`: `hmac.node.ts` and `hmac.web.ts` implement exactly this, and an import condition picks one.
 * The secret is copied, so that the caller may wipe its own bytes.
 */
export declare function importHmacKey(secret: Uint8Array): MaybePromise<HmacKey>;

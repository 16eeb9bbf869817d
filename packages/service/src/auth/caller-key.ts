import { sha256Hex } from "#sha256";
import { toHex } from "../crypto/hex.js";

/** A new key: `key` is shown once and given to the caller, `sha256` is what is kept. */
export interface NewCallerKey {
  /** The caller's id, as it was asked for. */
  readonly id: string;
  /** `id.secret`, for `Authorization: Bearer`. */
  readonly key: string;
  /** For `Caller.secretDigests`. */
  readonly sha256: string;
}

export const callerIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** What a key's secret may look like: 16 to 128 of these. Made here it has 64 hex digits, 256 random bits. */
export const callerSecretPattern = /^[A-Za-z0-9_-]{16,128}$/;

/** The digest of a secret, the part of a key behind its first dot, for `Caller.secretDigests`. */
export async function digestSecret(secret: string): Promise<string> {
  return sha256Hex(secret);
}

/**
 * Makes a key for a caller.
 *
 * @param id 1 to 64 of `A-Z a-z 0-9 _ -`.
 * @param randomBytes Default the platform's secure randomness.
 * @throws TypeError for an id of another form.
 */
export async function createCallerKey(
  id: string,
  randomBytes: (length: number) => Uint8Array = (length) => crypto.getRandomValues(new Uint8Array(length)),
): Promise<NewCallerKey> {
  if (!callerIdPattern.test(id)) throw new TypeError("A caller's id has 1 to 64 of A-Z a-z 0-9 _ and -.");
  const secret = toHex(randomBytes(32));
  return { id, key: `${id}.${secret}`, sha256: await digestSecret(secret) };
}

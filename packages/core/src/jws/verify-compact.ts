import { RoompassError } from "../errors/roompass-error.js";
import type { HeaderRules } from "./header-rules.js";
import type { KeyRing } from "./keys.js";
import { parseCompact } from "./parse-compact.js";
import type { ParsedToken } from "./parsed-token.js";
import { refuseFaulty } from "./token-finding.js";
import type { TokenKey } from "./token-key.js";

export interface SignatureCheck {
  /** The key that the signature belongs to. */
  readonly key: TokenKey;
}

/**
 * Checks the signature over the bytes as they were received. A token with a finding of severity `error` is refused
 * before any key is touched.
 *
 * @throws RoompassError the first finding's code, `header.key-id`, `header.algorithm` or `signature.mismatch`.
 */
export async function verifyCompact(parsed: ParsedToken, keys: KeyRing): Promise<SignatureCheck> {
  refuseFaulty(parsed.findings);
  const { header, signingInput, signature } = parsed;
  if (header !== undefined && signingInput !== undefined && signature !== undefined) {
    for (const key of keys.candidates(header)) {
      if ((await key.verify(key.algorithm, signingInput, signature)) === true) return { key };
    }
  }
  throw new RoompassError("signature.mismatch", "The signature does not match any of the configured keys.");
}

export interface VerifySignedOptions {
  readonly header: HeaderRules;
  readonly keys: KeyRing;
  /** Longest token read, in bytes; 16384 when left out. */
  readonly maxBytes?: number;
}

/** A token whose form and signature are sound. Its times and everything else it says are still unchecked. */
export interface SignedToken extends SignatureCheck {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * Parses a token and verifies its signature, before anything looks at the claims. The result is frozen to its depths.
 *
 * @throws RoompassError the first violation, with the ids of all of them in `details.findings`; then as
 * `verifyCompact`. No error holds anything of the token.
 */
export async function verifySigned(text: unknown, options: VerifySignedOptions): Promise<SignedToken> {
  const parsed = parseCompact(text, options);
  const { key } = await verifyCompact(parsed, options.keys);
  // Both are there: a part that could not be read has left a finding.
  const header = parsed.header as Readonly<Record<string, unknown>>;
  const claims = parsed.claims as Readonly<Record<string, unknown>>;
  return Object.freeze({ header: freezeDeeply(header), claims: freezeDeeply(claims), key });
}

// The parser has bounded the depth.
function freezeDeeply<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null) freezeDeeply(inner);
  }
  return Object.freeze(value);
}

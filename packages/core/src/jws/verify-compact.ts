import { RoompassError } from "../errors/roompass-error.js";
import type { KeyRing } from "./keys.js";
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

import type { HeaderRules } from "../header-rules.js";
import type { KeyRing } from "../keys.js";
import { parseCompact } from "../parse-compact.js";
import type { TokenKey } from "../token-key.js";
import { verifyCompact } from "../verify-compact.js";

export interface VerifySignedOptions {
  readonly header: HeaderRules;
  readonly keys: KeyRing;
  readonly maxBytes?: number;
}

/** Parses a token and verifies its signature, as a provider does before it looks at the claims. */
export async function verifySigned(
  text: unknown,
  options: VerifySignedOptions,
): Promise<{ readonly claims: Readonly<Record<string, unknown>>; readonly key: TokenKey }> {
  const parsed = parseCompact(text, options);
  const { key } = await verifyCompact(parsed, options.keys);
  // Claims that could not be read have left a finding, which `verifyCompact` refuses.
  return { claims: parsed.claims as Readonly<Record<string, unknown>>, key };
}

import type { AnyAdapter } from "../adapter/adapter.js";
import { parseCompact, refuseFaulty } from "../jws/index.js";
import type { CheckContext, checkClaims } from "./check-claims.js";
import { readToken } from "./read-token.js";
import { markTrusted, type Verified } from "./token-reading.js";

type Claims = Readonly<Record<string, unknown>>;

/** @throws RoompassError the first thing that the parser has against it. */
export function parseClaims(token: unknown, adapter: AnyAdapter): Claims {
  const parsed = parseCompact(token, { header: adapter.header });
  refuseFaulty(parsed.findings);
  return parsed.claims as Claims;
}

/** Turns claims that passed `checkClaims`, and whose origin is certain, into a reading that `translate` takes. */
export function trustedReading(
  token: string,
  claims: Claims,
  checked: ReturnType<typeof checkClaims>,
  { adapter, now }: CheckContext,
): Verified {
  const reading = readToken({ adapter, ...checked, verified: true, now, claims, tokenLength: token.length });
  return markTrusted({ ...reading, verified: true } as Verified, adapter);
}

import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import { RoompassError } from "../errors/roompass-error.js";
import { type KeyRing, type ParsedToken, parseCompact, verifyCompact } from "../jws/index.js";
import { type CheckContext, checkClaims } from "./check-claims.js";
import { readExpectations } from "./expectations.js";
import type { Verified } from "./token-reading.js";
import { parseClaims, trustedReading } from "./trusted-reading.js";

export interface VerifyContext extends CheckContext {
  readonly keys: KeyRing;
  /** What a signature mismatch means for this vendor, where it does not simply mean a forgery. */
  readonly mismatch?: { readonly message: string; readonly cure: string };
}

/** Whether the adapter sees nothing of its vendor in a token. Says nothing about what is in it. */
function isStranger({ header, claims }: ParsedToken, adapter: AnyAdapter): boolean {
  if (header === undefined || claims === undefined) return false;
  try {
    return adapter.recognize({ header, claims }) === undefined;
  } catch {
    return false;
  }
}

/**
 * Verifies a token offline: size, form, header, signature over the received bytes, then times, the vendor's schema and
 * the caller's expectations.
 *
 * @throws RoompassError with the code of the first thing that is wrong; never with anything of the token. Expectations
 *   that make no sense are refused before the token is looked at.
 */
export async function verifyToken(token: unknown, context: VerifyContext): Promise<Verified> {
  const checking = { ...context, expected: readExpectations(context.expected) };
  const parsed = parseCompact(token, { header: context.adapter.header });
  try {
    await verifyCompact(parsed, context.keys);
  } catch (error) {
    if (isStranger(parsed, context.adapter) && RoompassError.isInstance(error) && error.code === "signature.mismatch") {
      const { displayName } = context.adapter;
      throw new RoompassError(
        "signature.mismatch",
        `The signature does not match, and no ${displayName} token looks so.`,
        {
          cure: "Check whose token it is: `detect` tells the vendors of the adapters that it is given.",
        },
      );
    }
    if (context.mismatch !== undefined && RoompassError.isInstance(error) && error.code === "signature.mismatch") {
      throw new RoompassError("signature.mismatch", context.mismatch.message, { cure: context.mismatch.cure });
    }
    throw error;
  }
  const claims = parsed.claims as Readonly<Record<string, unknown>>;
  return trustedReading(token as string, claims, checkClaims(claims, checking), checking);
}

/** What a vendor is asked to confirm: the claims as they stand in the token, and as the adapter reads them. */
export interface Unconfirmed {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly native: Native<unknown>;
}

/**
 * Verifies a token by asking its vendor. The claims are parsed and checked here; `confirm` asks the vendor and throws
 * when it does not confirm. Only then is the reading trusted.
 *
 * @throws RoompassError as `verifyToken` does, but for the signature; whatever `confirm` throws.
 */
export async function verifyByRequest(
  token: unknown,
  context: CheckContext,
  confirm: (unconfirmed: Unconfirmed) => Promise<void>,
): Promise<Verified> {
  const checking = { ...context, expected: readExpectations(context.expected) };
  const claims = parseClaims(token, context.adapter);
  const checked = checkClaims(claims, checking);
  await confirm({ claims, native: checked.native });
  return trustedReading(token as string, claims, checked, checking);
}

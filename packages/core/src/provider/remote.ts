import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import { compareAuthority, isGain } from "../authority/compare-authority.js";
import { RoompassError } from "../errors/roompass-error.js";
import { parseCompact, refuseFaulty } from "../jws/index.js";
import { readExpectations } from "./expectations.js";
import { readToken } from "./read-token.js";
import { markTrusted, type Verified } from "./token-reading.js";
import { type CheckContext, checkClaims } from "./verify.js";

function parseClaims(token: unknown, adapter: AnyAdapter): Readonly<Record<string, unknown>> {
  const parsed = parseCompact(token, { header: adapter.header });
  refuseFaulty(parsed.findings);
  return parsed.claims as Readonly<Record<string, unknown>>;
}

/**
 * Reads the token that a vendor minted and checks that it grants no more than was asked: an answer from elsewhere is
 * trusted no further than what was requested.
 *
 * @throws RoompassError `request.bad-answer` for something that is not such a token, `request.wider-than-asked`.
 */
export function readMintedAnswer(
  token: unknown,
  asked: Native<unknown>,
  adapter: AnyAdapter,
  tenant: string | undefined,
  now: number,
): { native: Native<unknown>; claims: Readonly<Record<string, unknown>> } {
  let claims: Readonly<Record<string, unknown>>;
  try {
    claims = parseClaims(token, adapter);
  } catch {
    throw new RoompassError(
      "request.bad-answer",
      `${adapter.displayName} did not answer with a ${adapter.displayName} token.`,
      { details: { vendor: adapter.vendor } },
    );
  }
  const native: Native<unknown> = adapter.fromClaims(claims);
  const wanted = adapter.authority(asked, {});
  const answered = adapter.authority(native, {});
  const place = { assume: "documented-defaults", sameVendor: true, samePlace: true } as const;
  const differences = compareAuthority(wanted, answered, {
    ...place,
    now,
    normalizeRoom: adapter.normalizeRoom,
  });
  const paths = differences.filter(isGain).map(({ path }) => path as string);
  // A provider that does not know its account may still have been asked for a token of one.
  const account = tenant ?? wanted.tenant;
  if (account !== undefined && answered.tenant !== undefined && answered.tenant !== account) {
    paths.push("issuance.tenant");
  }
  for (const { severity, path } of native.findings) if (severity === "error") paths.push(`claims.${path ?? "token"}`);
  if (paths.length > 0) {
    throw new RoompassError(
      "request.wider-than-asked",
      `${adapter.displayName} minted a token that grants more than was asked, at ${paths.join(", ")}.`,
      {
        ...(paths[0] === undefined ? {} : { path: paths[0] }),
        details: { vendor: adapter.vendor, paths },
      },
    );
  }
  return { native, claims };
}

/**
 * Verifies a token by asking its vendor. The claims are parsed and checked here; `confirm` asks the vendor and throws
 * when it does not confirm. Only then is the reading trusted.
 */
export async function verifyByRequest(
  token: unknown,
  context: CheckContext,
  confirm: (claims: Readonly<Record<string, unknown>>, native: Native<unknown>) => Promise<void>,
): Promise<Verified> {
  const expected = readExpectations(context.expected);
  const claims = parseClaims(token, context.adapter);
  const { native, findings } = checkClaims(claims, { ...context, expected });
  await confirm(claims, native);
  const reading = readToken({
    adapter: context.adapter,
    native,
    verified: true,
    now: context.now,
    claims,
    tokenLength: (token as string).length,
    findings,
  });
  return markTrusted({ ...reading, verified: true } as Verified);
}

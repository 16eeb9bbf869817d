import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import type { Authority } from "../authority/authority.js";
import { unsafeNamesIn } from "../authority/unsafe-names.js";
import type { Finding } from "../errors/finding.js";
import { RoompassError } from "../errors/roompass-error.js";
import { unsafeName } from "../grant/text-input.js";
import { checkTimes, classifyInstant, refuseFaulty } from "../jws/index.js";
import { checkExpectations, type Expectations } from "./expectations.js";

/** One tolerance for every vendor and every check, in seconds. */
export const defaultClockToleranceSeconds = 30;

export interface CheckContext {
  readonly adapter: AnyAdapter;
  readonly tenant: string | undefined;
  /** Unix seconds. */
  readonly now: number;
  readonly expected: Expectations;
}

/**
 * Vendors that keep their times elsewhere than in `exp` and `nbf` are read through the adapter. Written so that a value
 * that is not a number refuses.
 */
function checkWindow(
  authority: Authority,
  now: number,
  tolerance: number,
  { allowNoExpiry, ignoreNotBefore }: Expectations,
): void {
  const { notBefore, expiresAt } = authority.window.lowest;
  for (const [path, value] of [
    ["expiresAt", expiresAt],
    ["notBefore", notBefore === 0 ? null : notBefore],
  ] as const) {
    if (typeof value !== "number" || classifyInstant(value) === "ok") continue;
    throw new RoompassError(
      "claims.not-a-date",
      `\`${path}\` is no whole number of unix seconds (${classifyInstant(value)}).`,
      { path },
    );
  }
  if (typeof expiresAt === "number" && !(notBefore < expiresAt)) {
    throw new RoompassError("claims.empty-window", "The token is over before it begins.", { path: "notBefore" });
  }
  if (expiresAt === null || expiresAt === undefined) {
    if (allowNoExpiry !== true)
      throw new RoompassError("claims.missing-expiry", "The token never expires.", { path: "expiresAt" });
  } else if (!(expiresAt > now - tolerance)) {
    throw new RoompassError("token.expired", "The token has expired.", { path: "expiresAt" });
  }
  if (ignoreNotBefore !== true && !(notBefore <= now + tolerance)) {
    throw new RoompassError("token.not-yet-valid", "The token is not valid yet.", { path: "notBefore" });
  }
}

/** What two systems could read differently decides nothing. */
function checkNames(authority: Authority): void {
  const [path] = unsafeNamesIn(authority);
  if (path !== undefined) throw new RoompassError("claims.invalid", `\`${path}\` ${unsafeName}.`, { path });
}

/**
 * Everything after the signature: times, the vendor's schema, the caller's expectations. Used for tokens whose signature
 * was checked here and for those that the vendor confirmed.
 */
export function checkClaims(
  claims: Readonly<Record<string, unknown>>,
  context: CheckContext,
): { native: Native<unknown>; authority: Authority; findings: Finding[] } {
  const { adapter, now, expected } = context;
  const tolerance =
    expected.clockToleranceSeconds === undefined ? defaultClockToleranceSeconds : expected.clockToleranceSeconds;
  const times = checkTimes(claims, { now, clockToleranceSeconds: tolerance, allowNoExpiry: true });
  refuseFaulty(expected.ignoreNotBefore === true ? times.filter(({ id }) => id !== "token.not-yet-valid") : times);
  const native = adapter.fromClaims(claims);
  refuseFaulty(native.findings);
  const authority = adapter.authority(native, {});
  checkWindow(authority, now, tolerance, expected);
  checkNames(authority);
  checkExpectations(authority, adapter, context.tenant, expected);
  return { native, authority, findings: times };
}

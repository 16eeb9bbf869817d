import type { Finding } from "../errors/finding.js";
import { describeGiven } from "../errors/given.js";
import { RoompassError } from "../errors/roompass-error.js";
import { type TokenCode, tokenFinding } from "./token-finding.js";

/** What a value is when read as an instant in unix seconds. */
export type InstantKind = "ok" | "milliseconds" | "relative" | "fractional" | "not-a-date";

/** From here on (the year 5138) a number of seconds is far more likely one of milliseconds. */
export const firstMilliseconds = 1e11;
/** The last second that a JavaScript `Date` can hold. */
const LAST_INSTANT = 8.64e12;
/** Before this (September 2001) there were no meeting tokens: such a number is a duration. */
const RELATIVE_BELOW = 1e9;

/** Classifies a value as an instant in unix seconds; pure, takes anything. */
export function classifyInstant(value: unknown): InstantKind {
  if (typeof value !== "number" || !(value > 0 && value <= LAST_INSTANT)) return "not-a-date";
  if (value >= firstMilliseconds) return "milliseconds";
  if (!Number.isInteger(value)) return "fractional";
  return value < RELATIVE_BELOW ? "relative" : "ok";
}

/**
 * Checks a time that is taken for now: the one check of every function that is told the time.
 *
 * @param path What the caller knows it by: an option or a setting.
 * @throws RoompassError `clock.invalid` for anything but whole unix seconds since September 2001, when a machine that
 *   has lost its clock starts long before.
 */
export function checkNow(now: unknown, path: string): number {
  if (classifyInstant(now) === "ok") return now as number;
  const { message, cure } = clockProblem(now);
  throw new RoompassError("clock.invalid", `\`${path}\` ${message}.`, { path, cure });
}

const clockCure = "Give `Math.floor(Date.now() / 1000)` or a fixed number of seconds.";

function clockProblem(now: unknown): { readonly message: string; readonly cure: string } {
  if (typeof now !== "number")
    return { message: `is ${describeGiven(now)}, not a number of unix seconds`, cure: clockCure };
  const kind = classifyInstant(now);
  if (kind === "milliseconds")
    return { message: "looks like milliseconds, not like unix seconds", cure: `Divide by 1000. ${clockCure}` };
  if (kind === "fractional")
    return { message: "has a fraction; the time is given in whole unix seconds", cure: `Round it down. ${clockCure}` };
  if (kind === "relative")
    return { message: "looks like a duration, not like the time in unix seconds", cure: clockCure };
  return { message: "is not the time in whole unix seconds", cure: clockCure };
}

export interface TimeCheckOptions {
  /** The clock, in unix seconds. Always given from outside. */
  readonly now: number;
  /** How far two clocks may differ, in seconds; finite and not negative. */
  readonly clockToleranceSeconds: number;
  /** Accept claims without an expiry. An expiry that is present is checked all the same. */
  readonly allowNoExpiry: boolean;
  /** Refuse claims without an issue time. */
  readonly requireIssuedAt?: boolean;
  /** What the vendor calls the three claims; `exp`, `nbf` and `iat` when left out. */
  readonly names?: { readonly expiry?: string; readonly notBefore?: string; readonly issuedAt?: string };
  /** What the paths of the findings begin with; `claims` when left out. */
  readonly pathPrefix?: string;
}

const KIND_CODES: Readonly<Record<Exclude<InstantKind, "ok">, TokenCode>> = {
  milliseconds: "claims.milliseconds",
  relative: "claims.relative-time",
  fractional: "claims.fractional",
  "not-a-date": "claims.not-a-date",
};

/**
 * Checks expiry, not-before and issue time. A token is dead at the very second of its expiry. Returns every violation;
 * the comparisons are written so that a value which is not a number refuses.
 *
 * @throws RoompassError `clock.invalid` when the clock or the tolerance is not usable.
 */
export function checkTimes(claims: Claims, options: TimeCheckOptions): Finding[] {
  const { now, clockToleranceSeconds: tolerance, pathPrefix = "claims" } = options;
  checkNow(now, "now");
  checkTolerance(tolerance);
  const { expiry = "exp", notBefore = "nbf", issuedAt = "iat" } = options.names ?? {};
  const findings: Finding[] = [];
  const expiresAt = readInstant(claims, expiry, pathPrefix, findings);
  if (!isPresent(claims, expiry) && options.allowNoExpiry !== true) {
    findings.push(timeFinding("claims.missing-expiry", "The token has no expiry.", pathPrefix, expiry));
  }
  const startsAt = readNotBefore(claims, notBefore, pathPrefix, findings);
  const issued = readInstant(claims, issuedAt, pathPrefix, findings);
  if (!isPresent(claims, issuedAt) && options.requireIssuedAt === true) {
    const message = "The token does not say when it was issued.";
    findings.push(timeFinding("claims.missing-issued-at", message, pathPrefix, issuedAt));
  }
  if (startsAt !== undefined && expiresAt !== undefined && !(startsAt < expiresAt)) {
    findings.push(timeFinding("claims.empty-window", "The token is over before it begins.", pathPrefix, notBefore));
  }
  if (issued !== undefined && !(issued <= now + tolerance)) {
    const message = "The token says that it was issued in the future.";
    findings.push(timeFinding("claims.issued-in-future", message, pathPrefix, issuedAt));
  }
  if (expiresAt !== undefined && !(expiresAt > now - tolerance)) {
    findings.push(timeFinding("token.expired", "The token has expired.", pathPrefix, expiry));
  }
  if (startsAt !== undefined && !(startsAt <= now + tolerance)) {
    findings.push(timeFinding("token.not-yet-valid", "The token is not valid yet.", pathPrefix, notBefore));
  }
  return findings;
}

type Claims = Readonly<Record<string, unknown>>;

function timeFinding(id: TokenCode, message: string, pathPrefix: string, name: string): Finding {
  return tokenFinding(id, message, `${pathPrefix}.${name}`);
}

function isPresent(claims: Claims, name: string): boolean {
  return Object.hasOwn(claims, name) && claims[name] !== undefined;
}

/** The instant, or `undefined` when the claim is absent or was reported. */
function readInstant(claims: Claims, name: string, pathPrefix: string, findings: Finding[]): number | undefined {
  if (!isPresent(claims, name)) return undefined;
  const value = claims[name];
  const kind = classifyInstant(value);
  if (kind === "ok") return value as number;
  const message = `\`${name}\` is not an integer of unix seconds (${kind}).`;
  findings.push(timeFinding(KIND_CODES[kind], message, pathPrefix, name));
  return undefined;
}

function readNotBefore(claims: Claims, name: string, pathPrefix: string, findings: Finding[]): number | undefined {
  if (!Object.hasOwn(claims, name) || claims[name] !== 0) return readInstant(claims, name, pathPrefix, findings);
  // Some signers write a zero for "no beginning"; it restricts nothing, so that it is safe to read it so.
  findings.push({
    id: "lint.zero-not-before",
    severity: "info",
    path: `${pathPrefix}.${name}`,
    message: `\`${name}\` is 0 and is read as absent.`,
    cure: "Leave the claim out.",
  });
  return undefined;
}

function checkTolerance(tolerance: unknown): void {
  if (typeof tolerance !== "number" || !(tolerance >= 0 && tolerance < Number.POSITIVE_INFINITY)) {
    throw new RoompassError("clock.invalid", "`clockToleranceSeconds` is not a number of seconds.", {
      path: "clockToleranceSeconds",
      cure: "Pass a finite number of seconds that is not negative.",
    });
  }
}

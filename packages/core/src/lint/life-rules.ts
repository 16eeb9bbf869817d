import { classifyInstant } from "../jws/time-claims.js";
import type { LintProblem, LintRule, LintView } from "./lint-rule.js";

const secondsPerHour = 3600;

function durationText(seconds: number): string {
  if (seconds % secondsPerHour !== 0) return `${seconds} seconds`;
  return seconds === secondsPerHour ? "an hour" : `${seconds / secondsPerHour} hours`;
}

function neverExpires({ authority }: LintView): readonly LintProblem[] {
  const { expiresAt } = authority.window.highest;
  if (expiresAt === null) return [{ path: "expiresAt", message: "It never expires." }];
  if (expiresAt !== undefined) return [];
  return [{ path: "expiresAt", message: "It has no expiry, and nobody documents what that means." }];
}

/** Where a life begins: a beginning that is no instant cannot be counted from. */
function beginningOf({ authority, issuedAt, now }: LintView): number {
  const { notBefore } = authority.window.highest;
  if (issuedAt !== undefined && classifyInstant(issuedAt) === "ok") return issuedAt;
  return classifyInstant(notBefore) === "ok" ? notBefore : now;
}

function longLife(view: LintView): readonly LintProblem[] {
  const { expiresAt } = view.authority.window.highest;
  // An expiry in milliseconds lies far ahead, too, and has a rule of its own.
  if (typeof expiresAt !== "number" || classifyInstant(expiresAt) !== "ok") return [];
  // Written so that a limit which is not a number reports.
  if (expiresAt - beginningOf(view) <= view.maxLifetimeSeconds) return [];
  return [{ path: "expiresAt", message: `It lives longer than ${durationText(view.maxLifetimeSeconds)}.` }];
}

/** How long something is good. */
export const lifeRules: readonly LintRule[] = [
  {
    id: "lint.never-expires",
    severity: "warning",
    summary: "The token never expires, or nobody knows when.",
    cure: "Issue it with an expiry; whoever gets hold of it keeps it for ever.",
    checks: "tokens and grants",
    check: neverExpires,
  },
  {
    id: "lint.long-life",
    severity: "warning",
    summary: "The token lives longer than 24 hours, or than the number of hours that was asked for.",
    cure: "Issue it shortly before it is needed, with a shorter life.",
    checks: "tokens and grants",
    check: longLife,
  },
];

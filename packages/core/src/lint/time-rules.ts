import { classifyInstant } from "../jws/time-claims.js";
import type { LintProblem, LintRule, LintView } from "./lint-rule.js";

const parsedClaims: readonly string[] = ["exp", "nbf", "iat"];

/**
 * Whether the value stands in one of the claims that the parser checks. It reports those with codes of its own
 * (`claims.milliseconds`, `claims.relative-time`, `claims.empty-window`); left for these rules are vendors that keep
 * their times elsewhere, and readings of which the claims have not been seen.
 */
function isParsed(value: number, { claims }: LintView): boolean {
  return claims !== undefined && parsedClaims.some((name) => Object.hasOwn(claims, name) && claims[name] === value);
}

function milliseconds(view: LintView): readonly LintProblem[] {
  const { expiresAt, notBefore } = view.grant;
  const problems: LintProblem[] = [];
  if (isUnparsedMilliseconds(expiresAt, view)) problems.push(millisecondsAt("expiresAt"));
  if (isUnparsedMilliseconds(notBefore, view)) problems.push(millisecondsAt("notBefore"));
  if (isUnparsedMilliseconds(view.issuedAt, view)) problems.push(millisecondsAt("issuance.issuedAt"));
  return problems;
}

function isUnparsedMilliseconds(value: number | null | undefined, view: LintView): boolean {
  return typeof value === "number" && classifyInstant(value) === "milliseconds" && !isParsed(value, view);
}

const millisecondsAt = (path: string): LintProblem => ({
  path,
  message: "It looks like milliseconds where the vendor takes seconds.",
});

function relativeExpiry(view: LintView): readonly LintProblem[] {
  const { expiresAt } = view.grant;
  if (typeof expiresAt !== "number" || classifyInstant(expiresAt) !== "relative" || isParsed(expiresAt, view))
    return [];
  return [{ path: "expiresAt", message: "It looks like a duration; read as an instant it lies long ago." }];
}

function emptyWindow(view: LintView): readonly LintProblem[] {
  const { notBefore, expiresAt } = view.grant;
  if (notBefore === undefined || typeof expiresAt !== "number" || notBefore < expiresAt) return [];
  if (isParsed(notBefore, view) && isParsed(expiresAt, view)) return [];
  return [{ path: "notBefore", message: "It begins when it is already over." }];
}

/** Times that cannot be meant as they are written. */
export const timeRules: readonly LintRule[] = [
  {
    id: "lint.milliseconds",
    severity: "error",
    summary: "A time looks like milliseconds.",
    cure: "Divide by 1000: tokens use seconds.",
    checks: "tokens",
    check: milliseconds,
  },
  {
    id: "lint.relative-expiry",
    severity: "error",
    summary: "The expiry looks like a duration (86400) where an instant belongs.",
    cure: "Add it to the current unix time.",
    checks: "tokens",
    check: relativeExpiry,
  },
  {
    id: "lint.empty-window",
    severity: "error",
    summary: "The not-before is not earlier than the expiry.",
    cure: "Give a not-before that lies before the expiry.",
    checks: "tokens",
    check: emptyWindow,
  },
];

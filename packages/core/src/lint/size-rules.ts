import type { LintProblem, LintRule, LintView } from "./lint-rule.js";

function longIdentity({ adapter, authority }: LintView): readonly LintProblem[] {
  const longest = adapter?.limits.maxLength?.["participant.id"];
  const id = authority.identity.lowest;
  if (adapter === undefined || longest === undefined || id === null || id.length <= longest) return [];
  const message = `It is longer than the ${longest} characters that ${adapter.displayName} takes.`;
  return [{ path: "participant.id", message }];
}

function longToken({ adapter, tokenLength }: LintView): readonly LintProblem[] {
  const longest = adapter?.limits.tokenCharacters;
  if (adapter === undefined || longest === undefined || tokenLength === undefined || tokenLength <= longest) return [];
  const message = `The token is longer than the ${longest} characters that ${adapter.displayName} takes.`;
  return [{ path: "token", message }];
}

/** What the vendor takes, from its adapter's table of limits. */
export const sizeRules: readonly LintRule[] = [
  {
    id: "lint.long-identity",
    severity: "warning",
    summary: "The participant id is longer than the vendor takes.",
    cure: "Use a shorter id; it is never cut.",
    checks: "tokens and grants",
    check: longIdentity,
  },
  {
    id: "lint.long-token",
    severity: "warning",
    summary: "The token is longer than the vendor takes.",
    cure: "Leave descriptions such as metadata out of it.",
    checks: "tokens",
    check: longToken,
  },
];

import type { Finding } from "../errors/finding.js";
import type { LintRule, LintView } from "./lint-rule.js";

/** Anything above is no remark for most tokens; one day. */
export const defaultMaxLifetimeSeconds = 86_400;

export interface LintOptions {
  /** Unix seconds. */
  readonly now: number;
  /** The longest life that needs no remark, in seconds; 86400 when left out. */
  readonly maxLifetimeSeconds?: number;
}

export function runRules(rules: readonly LintRule[], view: LintView): Finding[] {
  return rules.flatMap(({ id, severity, cure, check }) =>
    check(view).map(({ path, message }) => ({ id, severity, path, message, cure })),
  );
}

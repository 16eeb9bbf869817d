import { checkOptions } from "../errors/check-options.js";
import type { Finding } from "../errors/finding.js";
import { checkNow } from "../jws/time-claims.js";
import type { LintRule, LintView } from "./lint-rule.js";

/** Anything above is no remark for most tokens; one day. */
export const defaultMaxLifetimeSeconds = 86_400;

/** How a token or a grant is linted. */
export interface LintOptions {
  /** Unix seconds. */
  readonly now: number;
  /** The longest life that needs no remark, in seconds; 86400 when left out. */
  readonly maxLifetimeSeconds?: number;
}

const known = { called: "options", names: ["now", "maxLifetimeSeconds"] } as const;

/** @throws RoompassError `options.unknown`, `options.invalid` or `clock.invalid`. */
export function readLintOptions(options: LintOptions): Required<LintOptions> {
  checkOptions(options, known);
  const { now, maxLifetimeSeconds = defaultMaxLifetimeSeconds } = options;
  checkNow(now, "now");
  return { now, maxLifetimeSeconds };
}

export function runRules(rules: readonly LintRule[], view: LintView): Finding[] {
  const findings: Finding[] = [];
  for (const { id, severity, cure, check } of rules) {
    for (const { path, message } of check(view)) findings.push({ id, severity, path, message, cure });
  }
  return findings;
}

import type { Severity } from "../errors/finding.js";
import { deepFreeze } from "../grant/freeze.js";
import { lifeRules } from "./life-rules.js";
import type { LintRule } from "./lint-rule.js";
import { recordingRules } from "./recording-rules.js";
import { redirectRules } from "./redirect-rules.js";
import { scopeRules } from "./scope-rules.js";
import { sizeRules } from "./size-rules.js";
import { timeRules } from "./time-rules.js";

/** Every neutral rule, in the order in which findings are listed. */
export const ruleTable: readonly LintRule[] = [
  ...lifeRules,
  ...scopeRules,
  ...timeRules,
  ...sizeRules,
  ...recordingRules,
  ...redirectRules,
];

/** One rule, as documentation and the command list it. */
export interface LintRuleDescription {
  /** Stable; the `id` of the findings that it makes. */
  readonly id: `lint.${string}`;
  /** The severity of its findings. */
  readonly severity: Severity;
  /** What is odd, in one sentence. */
  readonly summary: string;
  /** What to do about it, in one sentence. */
  readonly cure: string;
}

/**
 * The neutral rules as data. Vendors' own rules are in their adapters, those for secrets and for the form of a token
 * with the keys and the parser.
 */
export const lintRules: readonly LintRuleDescription[] = deepFreeze(
  ruleTable.map(({ id, severity, summary, cure }) => ({ id, severity, summary, cure })),
);

export { lintGrant } from "./lint-grant.js";
export type { LintSubject } from "./lint-rule.js";
export { type LintRuleDescription, lintRules } from "./lint-rules.js";
export { lintToken } from "./lint-token.js";
export type { LintOptions } from "./run-rules.js";

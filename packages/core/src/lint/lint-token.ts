import type { Finding } from "../errors/finding.js";
import { checkNow } from "../jws/time-claims.js";
import type { LintSubject } from "./lint-rule.js";
import { ruleTable } from "./lint-rules.js";
import { defaultMaxLifetimeSeconds, type LintOptions, runRules } from "./run-rules.js";

/**
 * What a person should know about a token although nothing about it is broken: the neutral rules, then the vendor's
 * own.
 *
 * Reports nothing twice: times in `exp`, `nbf` and `iat` are the parser's, the header is checked against the
 * adapter's rules there, and remarks on a secret come with the secret. No message repeats a value of the token.
 *
 * @throws RoompassError `clock.invalid`.
 */
export function lintToken(subject: LintSubject, options: LintOptions): Finding[] {
  const { now, maxLifetimeSeconds = defaultMaxLifetimeSeconds } = options;
  checkNow(now, "now");
  const { adapter, decoded, authority, claims, tokenLength } = subject;
  const view = {
    authority,
    grant: decoded.grant,
    issuedAt: decoded.issuance.issuedAt,
    now,
    maxLifetimeSeconds,
    adapter,
    claims,
    tokenLength,
  };
  return [...runRules(ruleTable, view), ...adapter.lint(subject.native, { now })];
}

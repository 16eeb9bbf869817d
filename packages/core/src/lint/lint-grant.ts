import type { AnyAdapter } from "../adapter/adapter.js";
import { authorityOfGrant } from "../allows/authority-of-grant.js";
import type { Finding } from "../errors/finding.js";
import type { Grant } from "../grant/grant.js";
import { checkNow } from "../jws/time-claims.js";
import { ruleTable } from "./lint-rules.js";
import { defaultMaxLifetimeSeconds, type LintOptions, runRules } from "./run-rules.js";

const grantRules = ruleTable.filter(({ checks }) => checks === "tokens and grants");

/**
 * The neutral rules for a grant of which no token has been made yet. With an adapter, its vendor's limits count, too.
 * The life is counted from `notBefore`, else from `now`, as if the token was issued at once.
 *
 * @throws RoompassError `clock.invalid`.
 */
export function lintGrant(grant: Grant, adapter: AnyAdapter | undefined, options: LintOptions): Finding[] {
  const { now, maxLifetimeSeconds = defaultMaxLifetimeSeconds } = options;
  checkNow(now, "now");
  return runRules(grantRules, {
    authority: authorityOfGrant(grant),
    grant,
    issuedAt: undefined,
    now,
    maxLifetimeSeconds,
    adapter,
    claims: undefined,
    tokenLength: undefined,
  });
}

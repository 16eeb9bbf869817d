import { authorityOfGrant } from "../allows/authority-of-grant.js";
import { checkGrant } from "../allows/check-grant.js";
import type { Finding } from "../errors/finding.js";
import type { Grant } from "../grant/grant.js";
import { type AdapterOrProvider, asAdapter } from "../provider/translation-target.js";
import { ruleTable } from "./lint-rules.js";
import { type LintOptions, readLintOptions, runRules } from "./run-rules.js";

const grantRules = ruleTable.filter(({ checks }) => checks === "tokens and grants");

/**
 * The neutral rules for a grant of which no token has been made yet. With an adapter, its vendor's limits count, too.
 * The life is counted from `notBefore`, else from `now`, as if the token was issued at once.
 *
 * @throws RoompassError `clock.invalid`; `options.unknown`, `options.invalid` or `input.wrong-kind` for a wrong call.
 */
export function lintGrant(grant: Grant, vendor: AdapterOrProvider | undefined, options: LintOptions): Finding[] {
  const { now, maxLifetimeSeconds } = readLintOptions(options);
  checkGrant(grant, "grant");
  const adapter = vendor === undefined ? undefined : asAdapter(vendor, "adapter");
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

import { hasClaim } from "../tokens/recipe.js";
import { grantPaths } from "./grant-paths.js";
import type { Subject } from "./subject.js";

/**
 * What a subject offers: operations, every neutral path that its capability table does not give up, and
 * `claim.<path>` for each path that the table names a claim for. The table belongs to the adapter and is public; nothing in
 * a test file can take a name away.
 */
export function offeredBy({ adapter, issue, plan, verify }: Subject): ReadonlySet<string> {
  const offered = new Set<string>();
  if (issue !== undefined && adapter.issuance.includes("sign")) offered.add("issue.jwt");
  if (plan !== undefined && adapter.issuance.includes("request")) offered.add("issue.api");
  if (offered.size > 0) offered.add("issue");
  if (verify !== undefined) {
    offered.add("verify");
    for (const way of adapter.verification) offered.add(`verify.${way}`);
  }
  for (const path of grantPaths) {
    if ((adapter.capabilities[path]?.carried ?? "none") !== "none") offered.add(path);
    if (hasClaim(adapter, path)) offered.add(`claim.${path}`);
  }
  return offered;
}

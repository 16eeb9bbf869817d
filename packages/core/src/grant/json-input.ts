import type { IssueList } from "./issues.js";
import { copyJson, type JsonBudget } from "./json-value.js";

/**
 * A copy of a JSON value, after reporting what is not JSON about it. `null` is a value here. Values that share a
 * `budget` share the limit on their members.
 */
export function readJson(
  value: unknown,
  path: string,
  issues: IssueList,
  budget?: JsonBudget,
): NonNullable<unknown> | undefined {
  const { copy, problems } = copyJson(value, path, budget);
  for (const problem of problems) issues.add("grant.invalid", problem.path, problem.message, problem.cure);
  return copy as NonNullable<unknown> | undefined;
}

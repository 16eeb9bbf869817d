import { readWord } from "./fields.js";
import type { Purpose } from "./grant.js";
import type { IssueList } from "./issues.js";
import { readWordSet } from "./word-set.js";

const purposes: readonly Purpose[] = ["api", "participant"];

/** What the token is for, as a sorted set. */
export function readPurpose(value: unknown, path: string, issues: IssueList): readonly Purpose[] | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) {
      issues.add("grant.invalid", path, "is empty", 'Leave it out, or give "participant" or "api".');
      return undefined;
    }
    return readWordSet(value, path, purposes, issues);
  }
  const purpose = readWord(value, path, purposes, issues);
  return purpose === undefined ? undefined : [purpose];
}

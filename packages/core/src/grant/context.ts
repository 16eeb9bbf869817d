import type { IssueList } from "./issues.js";

/** What reading a grant depends on beside the grant. */
export interface ReadingContext {
  /** Unix seconds. */
  readonly now: number;
  readonly requireExpiry: boolean;
  readonly issues: IssueList;
}

import type { AnyAdapter, Expectations, IssueResult, RequestPlan, Verified } from "@roompass/core";

/** How a token was or would be checked. */
export type CheckedBy = "signature" | "vendor";

/** A vendor's provider with one account's credentials, the same shape for every vendor. */
export interface Connection {
  readonly adapter: AnyAdapter;
  readonly tenant: string | undefined;
  readonly method: "sign" | "request";
  readonly checkedBy: CheckedBy;
  issue(input: unknown): Promise<IssueResult<string, unknown>>;
  verify(token: string, expectations: Expectations): Promise<Verified>;
  /** The request that `issue` would send, where the vendor mints by request. */
  readonly plan?: (input: unknown) => RequestPlan;
  /** Asks the vendor, where a signature can be checked here as well. */
  readonly verifyRemotely?: (token: string, expectations: Expectations) => Promise<Verified>;
}

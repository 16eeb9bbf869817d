import type { Remedy, RequestPlan } from "@roompass/core";
import type { Mark } from "../text/words.js";
import type { PageVendor } from "../vendors/vendor.js";

/** What became of one part, at one vendor. */
export interface OutcomeRow {
  /** A path of the grant, or `extensions.…`, `unknown.…`, `claims.…`. */
  readonly path: string;
  readonly mark: Mark;
  /** One sentence; empty where there is nothing to say. */
  readonly reason: string;
  readonly cure?: string;
  readonly remedy?: Remedy;
  /** The paths that the row stands for. */
  readonly covers?: readonly string[];
  /** What the source says there, where it helps to name it. */
  readonly from?: unknown;
}

/** Something that went wrong as a whole: no part of the token is to blame. */
export interface OutcomeFailure {
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

/** What a vendor's token would say. */
export interface OutcomeContent {
  readonly properties: unknown;
  /** The wire claims; absent where the vendor mints by request. */
  readonly claims?: unknown;
  /** The request that would mint, where the vendor mints by request. */
  readonly plan?: RequestPlan;
  /** What the client has to pass beside the token. */
  readonly join: Readonly<Record<string, unknown>>;
  readonly requirements: readonly Remedy[];
}

/** A token or a grant in one vendor's form: what it would say and what became of every part, or why not. */
export interface Outcome {
  readonly vendor: PageVendor;
  readonly rows: readonly OutcomeRow[];
  readonly content: OutcomeContent | undefined;
  readonly failure: OutcomeFailure | undefined;
}

export type OutcomeState = "whole" | "changed" | "refused" | "failed";

export function stateOf({ rows, content, failure }: Outcome): OutcomeState {
  if (failure !== undefined) return "failed";
  if (content === undefined) return "refused";
  return rows.every(({ mark }) => mark === "exact") ? "whole" : "changed";
}

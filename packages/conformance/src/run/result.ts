import type { Case, Category, Loss } from "../cases/case.js";
import type { Level } from "../vectors/vector.js";

/**
 * - `pass`, `fail`: as expected, or not.
 * - `error`: something was thrown that is no coded refusal, or the program crashed.
 * - `timeout`: no answer in time.
 * - `not-applicable`: needs something that the adapter does not offer, and asking for that is refused as it has to be.
 * - `known-failure`, `unexpected-pass`: by the baseline file.
 * - `not-scored`: came after the revision that was asked for; it ran, and counts for nothing.
 */
export const outcomes = [
  "pass",
  "fail",
  "error",
  "timeout",
  "not-applicable",
  "known-failure",
  "unexpected-pass",
  "not-scored",
] as const;

/** One of `outcomes`. */
export type Outcome = (typeof outcomes)[number];

/** Something is not as it has to be; whether the run fails for it is a question of level and baseline. */
export const hasFailed = (outcome: Outcome): boolean =>
  outcome === "fail" || outcome === "error" || outcome === "timeout";

/** What became of one case. */
export interface CaseResult {
  /** The case's id. */
  readonly id: string;
  /** What it is about. */
  readonly category: Category;
  /** How binding it is. */
  readonly level: Level;
  /** See `outcomes`. */
  readonly outcome: Outcome;
  /** Told, never compared. */
  readonly durationMilliseconds: number;
  /** What had to come out; absent where it never came to that. */
  readonly expected?: unknown;
  /** What came out. */
  readonly actual?: unknown;
  /** The code of the refusal that came, where one came. */
  readonly code?: string;
  /** What is missing, what was thrown, or which entry of the baseline it is. Never a token, never a secret. */
  readonly note?: string;
  /** For cases that translate: what became of which field. */
  readonly losses?: readonly Loss[];
  /** The case itself. */
  readonly case: Case;
}

import type { Case } from "../cases/case.js";
import { isRequired, requiredIds } from "../vectors/requirements.js";
import type { CaseResult } from "./result.js";

/**
 * What a result comes to, for a run as for a single test: `holds`; `fails`, and so does everything around it; or `told`,
 * which is seen and counts for neither.
 */
export type Verdict = "holds" | "fails" | "told";

/** What somebody recommends or permits is no reason to fail; a list of known failures that is wrong always is one. */
export function verdictOf({ level, outcome }: Pick<CaseResult, "level" | "outcome">): Verdict {
  if (outcome === "pass" || outcome === "known-failure") return "holds";
  if (outcome === "not-applicable" || outcome === "not-scored") return "told";
  return level === "MUST" || outcome === "unexpected-pass" ? "fails" : "told";
}

function unscored(result: CaseResult, revision: number): CaseResult {
  const { note, outcome } = result;
  const told = `came after revision ${revision}; the outcome would be ${outcome}`;
  return { ...result, outcome: "not-scored", note: note === undefined ? told : `${told}: ${note}` };
}

/**
 * The results of cases that a revision does not ask for, as not scored; all others as they are.
 *
 * @param own Vectors of the adapter's own package, which always count.
 */
export function scorerFor(
  revision: number,
  own: readonly { readonly id: string }[],
  ids = requiredIds(revision),
): (one: Case, result: CaseResult) => CaseResult {
  const ownIds = new Set(own.map(({ id }) => id));
  return (one, result) => (isRequired(one, revision, ids, ownIds) ? result : unscored(result, revision));
}

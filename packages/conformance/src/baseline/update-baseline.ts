import { type CaseResult, hasFailed } from "../run/result.js";
import { type Baseline, BaselineError, neverTolerated, unsaidIssue } from "./baseline.js";

export interface UpdatedBaseline {
  readonly baseline: Baseline;
  /** Failures that cannot be put on the list, so the next run still fails on them. */
  readonly refused: readonly string[];
}

/**
 * The baseline that fits these results: every failure that may be listed, with what the old file said of it. A new entry
 * has no issue yet, and counts once a person has written one.
 *
 * @param isWhole Whether all cases ran: a list made of some of them would forget the others.
 * @throws BaselineError for a filtered run.
 */
export function updatedBaseline(results: readonly CaseResult[], old: Baseline, isWhole: boolean): UpdatedBaseline {
  if (!isWhole) throw new BaselineError("The baseline is written from a whole run only: leave the filters out.");
  const before = new Map(old.entries.map((entry) => [entry.id, entry]));
  const failures = results.filter(({ outcome }) => hasFailed(outcome) || outcome === "known-failure");
  const isSecurity = (result: CaseResult): boolean =>
    result.case.flags.some(({ note }) => neverTolerated.has(note.bugType));
  const entries = failures
    .filter((result) => !isSecurity(result))
    .map(({ id, code }) => {
      const known = before.get(id);
      return {
        id,
        ...(code === undefined ? {} : { code }),
        issue: known?.issue ?? unsaidIssue,
        ...(known?.until === undefined ? {} : { until: known.until }),
      };
    });
  return {
    baseline: { formatVersion: 1, entries: entries.sort((first, second) => (first.id < second.id ? -1 : 1)) },
    refused: failures.filter(isSecurity).map(({ id }) => id),
  };
}

import type { Case } from "../cases/case.js";
import { type CaseResult, hasFailed } from "../run/result.js";
import { type Baseline, type BaselineEntry, neverTolerated, unsaidIssue } from "./baseline.js";

/** What is wrong with an entry itself, apart from the results. */
function problemOf(entry: BaselineEntry, cases: ReadonlyMap<string, Case>, today: string): string | undefined {
  const one = cases.get(entry.id);
  if (one === undefined) return "there is no such case; take it off the list";
  const security = one.flags.find(({ note }) => neverTolerated.has(note.bugType));
  if (security !== undefined) return `a failure of the kind ${security.note.bugType} cannot be put on the list`;
  if (entry.issue === unsaidIssue) return "say under `issue` where it is being mended";
  if (entry.until !== undefined && entry.until < today) return `the entry ended on ${entry.until}`;
  return undefined;
}

/** The result as the list has it, and what is wrong with the entry by this result. */
function judged(result: CaseResult, { code, issue }: BaselineEntry): readonly [CaseResult, string?] {
  if (result.outcome === "not-scored") return [result];
  if (!hasFailed(result.outcome)) {
    const note = "is on the baseline's list and does not fail; take it off the list";
    return [{ ...result, outcome: "unexpected-pass", note }, note];
  }
  if (code !== undefined && code !== result.code) {
    const note = `is on the baseline's list with ${code}, and fails with ${result.code ?? "no code"}`;
    return [{ ...result, note }, note];
  }
  return [{ ...result, outcome: "known-failure", note: issue }];
}

export interface Judged {
  readonly results: readonly CaseResult[];
  /**
   * Entries that cannot stand: unknown ids, security cases, entries that have ended or say no issue, ids listed twice,
   * cases that pass, and cases that fail otherwise than listed. Each makes a run fail, at every level.
   */
  readonly problems: readonly string[];
}

/**
 * Marks the failures that a baseline lists, and what it lists without reason. A list that is longer than it has to be
 * hides the next failure, so a case that passes although it is listed fails the run.
 *
 * @param cases All cases, also those that did not run.
 * @param today As `YYYY-MM-DD`; an entry still counts on its last day.
 */
export function applyBaseline(
  results: readonly CaseResult[],
  { entries }: Baseline,
  cases: readonly Case[],
  today: string,
): Judged {
  const known = new Map(cases.map((one) => [one.id, one]));
  const listed = new Map<string, BaselineEntry>();
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const entry of entries) {
    const problem = seen.has(entry.id) ? "it is listed twice" : problemOf(entry, known, today);
    seen.add(entry.id);
    if (problem === undefined) listed.set(entry.id, entry);
    else problems.push(`${entry.id}: ${problem}`);
  }
  return {
    results: results.map((result) => {
      const entry = listed.get(result.id);
      if (entry === undefined) return result;
      const [told, problem] = judged(result, entry);
      if (problem !== undefined) problems.push(`${result.id}: ${problem}`);
      return told;
    }),
    problems,
  };
}

import { applyBaseline } from "../baseline/apply-baseline.js";
import type { Baseline } from "../baseline/baseline.js";
import { type Case, type Category, type Profile, profileOf, profiles } from "../cases/case.js";
import { type ListOptions, listCases } from "../cases/list-cases.js";
import { completeSubject } from "../subject/complete-subject.js";
import { withoutForeignWatch } from "../subject/program-watch.js";
import type { Subject } from "../subject/subject.js";
import { revision as newest } from "../version.js";
import { refuseUnknownOptions } from "./refuse-options.js";
import type { CaseResult } from "./result.js";
import { type RunOptions, runCase } from "./run-case.js";
import { scorerFor } from "./verdict.js";

/** Which cases run. A run with a filter claims nothing. */
export interface CaseFilter {
  /** This profile and those before it. */
  readonly profile?: Profile;
  /** Only what is about this. */
  readonly category?: Category;
  /** An id, or where there is no such id the start of some: `core.time` runs all of them. */
  readonly id?: string;
}

/** How a suite is run. Nothing here switches a case off for good. */
export interface SuiteOptions extends ListOptions, RunOptions {
  /** Runs some cases, and claims nothing. */
  readonly filter?: CaseFilter;
  /** Cases of later revisions run, and are not scored. Default: the newest. */
  readonly revision?: number;
  /** Known failures, which do not fail the run as long as they are in it. */
  readonly baseline?: Baseline;
  /** `YYYY-MM-DD`, for entries of the baseline that end. */
  readonly today?: string;
  /** Told of every case before it runs. */
  readonly onStart?: (one: Case) => void;
  /** Told of every result as it comes, before the baseline is applied. */
  readonly onResult?: (result: CaseResult) => void;
  /** The cases to choose from; default `listCases`. For suites that add cases of their own, never for leaving some out. */
  readonly casesOf?: (subject: Subject, options: ListOptions) => readonly Case[];
}

const optionNames = [
  "own",
  "seed",
  "partners",
  "timeoutMilliseconds",
  "clock",
  "filter",
  "revision",
  "baseline",
  "today",
  "onStart",
  "onResult",
  "casesOf",
] as const satisfies readonly (keyof SuiteOptions)[];

/** What became of a whole run. */
export interface SuiteRun {
  /** What was examined. */
  readonly subject: Subject;
  /** In the order of the cases. */
  readonly results: readonly CaseResult[];
  /** Everything that cannot stand by the baseline file: each line makes the run fail. */
  readonly baselineProblems: readonly string[];
  /** Whether every case ran; without that nothing is claimed. */
  readonly isWhole: boolean;
  /** The revision that was scored. */
  readonly revision: number;
}

const isFiltered = (filter: CaseFilter): boolean => Object.values(filter).some((value) => value !== undefined);

/** A filter that leaves nothing is a mistake, not a success. */
export class NoCaseError extends Error {
  override name = "NoCaseError";
  /** Every id that there is. */
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super("The filter leaves no case.");
    this.ids = ids;
  }
}

/** The cases that a filter leaves, without those that a revision has given up. */
export function selectCases(cases: readonly Case[], filter: CaseFilter, revision: number): readonly Case[] {
  const reach = filter.profile === undefined ? profiles.length : profiles.indexOf(filter.profile) + 1;
  const wanted = new Set<string>(profiles.slice(0, reach));
  const isId = cases.some(({ id }) => id === filter.id);
  const hasId = (id: string): boolean =>
    filter.id === undefined || (isId ? id === filter.id : id.startsWith(filter.id));
  return cases.filter(
    ({ id, category, vector }) =>
      (vector?.until ?? revision) >= revision &&
      wanted.has(profileOf[category]) &&
      (filter.category === undefined || category === filter.category) &&
      hasId(id),
  );
}

/**
 * Runs the cases one after the other, so that a result never depends on what runs beside it.
 *
 * @throws NoCaseError where a filter leaves nothing, TypeError for an option that does not exist.
 */
export async function runSuite(given: Subject, options: SuiteOptions = {}): Promise<SuiteRun> {
  refuseUnknownOptions(options, optionNames, "The suite");
  const subject = completeSubject(withoutForeignWatch(given));
  const {
    filter = {},
    baseline = { formatVersion: 1, entries: [] },
    revision = newest,
    onStart,
    onResult,
    own = [],
  } = options;
  const { seed, partners, casesOf = listCases } = options;
  const all = casesOf(subject, {
    own,
    ...(seed === undefined ? {} : { seed }),
    ...(partners === undefined ? {} : { partners }),
  });
  const selected = selectCases(all, filter, revision);
  if (selected.length === 0 && isFiltered(filter)) throw new NoCaseError(all.map(({ id }) => id));
  const scored = scorerFor(revision, own);
  const results: CaseResult[] = [];
  for (const one of selected) {
    onStart?.(one);
    const result = scored(one, await runCase(one, subject, options));
    results.push(result);
    onResult?.(result);
  }
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const judged = applyBaseline(results, baseline, all, today);
  return {
    subject,
    results: judged.results,
    baselineProblems: judged.problems,
    isWhole: !isFiltered(filter),
    revision,
  };
}

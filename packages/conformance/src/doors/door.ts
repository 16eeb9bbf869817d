import { applyBaseline } from "../baseline/apply-baseline.js";
import type { Baseline } from "../baseline/baseline.js";
import { type Case, type Category, categories } from "../cases/case.js";
import { type ListOptions, listCases } from "../cases/list-cases.js";
import { refuseUnknownOptions } from "../run/refuse-options.js";
import { type CaseResult, hasFailed } from "../run/result.js";
import { type RunOptions, runCase } from "../run/run-case.js";
import { selectCases } from "../run/run-suite.js";
import { scorerFor, type Verdict, verdictOf } from "../run/verdict.js";
import { checkSubject } from "../subject/check-subject.js";
import { completeSubject } from "../subject/complete-subject.js";
import type { Subject } from "../subject/subject.js";
import { revision } from "../version.js";
import { readBaseline } from "./read-baseline.js";

/** For the suite inside a test framework. There is no way to leave a case out: see `baseline`. */
export interface DoorOptions extends ListOptions, Pick<RunOptions, "timeoutMilliseconds"> {
  /** The path of `conformance.baseline.json`: failures that are known and being mended. */
  readonly baseline?: string | URL;
}

const optionNames = [
  "own",
  "seed",
  "partners",
  "timeoutMilliseconds",
  "baseline",
] as const satisfies readonly (keyof DoorOptions)[];

export interface DoorResult extends CaseResult {
  /** `told`: to be skipped with `reason`; neither passed nor failed. */
  readonly verdict: Verdict;
  readonly reason: string;
}

const shown = ({ level, outcome, note }: CaseResult): string => {
  const says = hasFailed(outcome) ? `${level}, ${outcome}` : undefined;
  return [says, note].filter((text) => text !== undefined).join(": ");
};

/** The suite as a test framework needs it: cases by category, and something that runs one and judges it. */
export interface Door {
  readonly name: string;
  readonly byCategory: readonly (readonly [Category, readonly Case[]])[];
  /** Runs one case. The baseline and the revision have had their say in the result, as they have in a run of the command. */
  readonly run: (one: Case) => Promise<DoorResult>;
  /** What is wrong with the baseline file; the framework fails for each. */
  readonly baselineProblems: readonly string[];
}

/** @throws TypeError for an option that does not exist, SubjectError for what is no adapter, BaselineError. */
export function openDoor(given: unknown, options: DoorOptions = {}): Door {
  refuseUnknownOptions(options, optionNames, "The suite");
  const subject: Subject = completeSubject(checkSubject(given));
  const cases = listCases(subject, options);
  const asked = selectCases(cases, {}, revision);
  const scored = scorerFor(revision, options.own ?? []);
  const baseline: Baseline =
    options.baseline === undefined ? { formatVersion: 1, entries: [] } : readBaseline(options.baseline);
  const today = new Date().toISOString().slice(0, 10);
  const { problems: baselineProblems } = applyBaseline([], baseline, cases, today);
  return {
    name: subject.name ?? subject.adapter.displayName,
    byCategory: categories.map((category) => [category, asked.filter((one) => one.category === category)] as const),
    baselineProblems,
    async run(one) {
      const result = scored(one, await runCase(one, subject, options));
      const listed = { ...baseline, entries: baseline.entries.filter(({ id }) => id === one.id) };
      const { results, problems } = applyBaseline([result], listed, [one], today);
      const told = results[0] ?? result;
      // What is wrong with the list itself is one test of its own.
      const isWrong = problems.some((problem) => !baselineProblems.includes(problem));
      return { ...told, verdict: isWrong ? "fails" : verdictOf(told), reason: shown(told) };
    },
  };
}

export { failureText } from "./failure-text.js";

import { applyBaseline } from "../baseline/apply-baseline.js";
import type { Baseline } from "../baseline/baseline.js";
import { type Case, type Category, categories } from "../cases/case.js";
import { type ListOptions, listCases } from "../cases/list-cases.js";
import type { CaseResult } from "../run/result.js";
import { type RunOptions, runCase } from "../run/run-case.js";
import { checkSubject } from "../subject/check-subject.js";
import { completeSubject } from "../subject/complete-subject.js";
import type { Subject } from "../subject/subject.js";
import { readBaseline } from "./read-baseline.js";

/** For the suite inside a test framework. There is no way to leave a case out: see `baseline`. */
export interface DoorOptions extends ListOptions, Pick<RunOptions, "timeoutMilliseconds"> {
  /** The path of `conformance.baseline.json`: failures that are known and being mended. */
  readonly baseline?: string | URL;
}

const known: ReadonlySet<string> = new Set(["own", "seed", "partners", "timeoutMilliseconds", "baseline"]);

/** The suite as a test framework needs it: cases by category, and something that runs one and judges it. */
export interface Door {
  readonly name: string;
  readonly byCategory: readonly (readonly [Category, readonly Case[]])[];
  /** Runs one case; the result has the baseline's say in it. */
  readonly run: (one: Case) => Promise<CaseResult>;
  /** What is wrong with the baseline file; the framework fails for each. */
  readonly baselineProblems: readonly string[];
}

function checkOptions(options: DoorOptions): void {
  for (const name of Object.keys(options)) {
    if (known.has(name)) continue;
    throw new TypeError(
      `There is no option \`${name}\`. Cases cannot be left out: what an adapter cannot do stands in its capabilities.`,
    );
  }
}

/** @throws TypeError for an option that does not exist, SubjectError for what is no adapter, BaselineError. */
export function openDoor(given: unknown, options: DoorOptions = {}): Door {
  checkOptions(options);
  const subject: Subject = completeSubject(checkSubject(given));
  const cases = listCases(subject, options);
  const baseline: Baseline =
    options.baseline === undefined ? { formatVersion: 1, entries: [] } : readBaseline(options.baseline);
  const today = new Date().toISOString().slice(0, 10);
  return {
    name: subject.name ?? subject.adapter.displayName,
    byCategory: categories.map((category) => [category, cases.filter((one) => one.category === category)] as const),
    baselineProblems: applyBaseline([], baseline, cases, today).problems,
    async run(one) {
      const result = await runCase(one, subject, options);
      const listed = { ...baseline, entries: baseline.entries.filter(({ id }) => id === one.id) };
      return applyBaseline([result], listed, cases, today).results[0] ?? result;
    },
  };
}

/** What a person needs to know of a case that did not come out as it should. */
export function failureText({ case: one, outcome, note, expected, actual }: CaseResult): string {
  const flags = one.flags.map(({ name, note: about }) => `${name} (${about.bugType}): ${about.effect}`);
  return [
    `${one.id}: ${outcome}${note === undefined ? "" : ` – ${note}`}`,
    ...flags,
    ...(expected === undefined ? [] : [`expected ${JSON.stringify(expected)}`]),
    ...(actual === undefined ? [] : [`got      ${JSON.stringify(actual)}`]),
  ].join("\n");
}

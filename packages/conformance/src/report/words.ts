import { categories, type Profile } from "../cases/case.js";
import { hasFailed, type Outcome, outcomes } from "../run/result.js";
import type { Report, ReportedCase } from "./report.js";
import { shellWord } from "./shell-word.js";

/** What a profile covers, as badges and sentences have it. */
export const operationsOf: Readonly<Record<Profile, string>> = {
  issue: "issue",
  decode: "issue+decode",
  verify: "issue+decode+verify",
  translate: "issue+decode+verify+translate",
};

/** The same in a sentence. */
const profileWords: Readonly<Record<Profile, string>> = {
  issue: "issue",
  decode: "issue and decode",
  verify: "issue, decode and verify",
  translate: "issue, decode, verify and translate",
};

/** How a table names an outcome. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  pass: "pass",
  fail: "fail",
  error: "error",
  timeout: "timeout",
  "not-applicable": "not applicable",
  "known-failure": "known failure",
  "unexpected-pass": "unexpected pass",
  "not-scored": "not scored",
};

/** The three that every table shows, and those that came. */
export function shownOutcomes(report: Report): readonly Outcome[] {
  const came = new Set(report.cases.map(({ outcome }) => outcome));
  return outcomes.filter((outcome) => ["pass", "fail", "not-applicable"].includes(outcome) || came.has(outcome));
}

export const count = (report: Report, outcome: Outcome, level?: ReportedCase["level"]): number =>
  report.cases.filter((one) => one.outcome === outcome && (level === undefined || one.level === level)).length;

export const passedMust = (report: Report): number => count(report, "pass", "MUST");

/**
 * Everything that a person has to look at: those that fail the run first, and what others rest on before them. A token that
 * is encoded wrong fails in a hundred cases that verify it, and none of those says why.
 */
export function troubles(report: Report): readonly ReportedCase[] {
  const all = report.cases.filter(({ outcome }) => hasFailed(outcome) || outcome === "unexpected-pass");
  const rank = { MUST: 0, SHOULD: 1, MAY: 2 };
  return [...all].sort(
    (first, second) =>
      rank[first.level] - rank[second.level] ||
      categories.indexOf(first.category) - categories.indexOf(second.category),
  );
}

/** Failures that the baseline lists. */
export const knownFailures = (report: Report): readonly ReportedCase[] =>
  report.cases.filter(({ outcome }) => outcome === "known-failure");

export function plural(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

const commandOf = ({ command = "npx @roompass/conformance" }: Report): string => command;

/** How to run one case again. */
export const repeatCommand = (report: Report, id: string): string => `${commandOf(report)} --case ${shellWord(id)}`;

/** How to read everything about one case. */
export const explainCommand = (report: Report, id: string): string => `${commandOf(report)} --explain ${shellWord(id)}`;

export const verdictWord = (
  report: Report,
): "conformant" | "not conformant" | "part of the suite" | "nothing claimed" => {
  if (!report.conforms) return "not conformant";
  if (report.filter !== undefined) return "part of the suite";
  return report.conformsTo === undefined ? "nothing claimed" : "conformant";
};

function shouldText(report: Report): string {
  const failing = report.cases.filter(({ outcome, level }) => level !== "MUST" && hasFailed(outcome)).length;
  return failing === 0
    ? ""
    : ` ${plural(failing, "case")} of SHOULD and MAY ${failing === 1 ? "does" : "do"} not hold.`;
}

function failureVerdict(report: Report): string {
  const must = report.cases.filter(({ outcome, level }) => level === "MUST" && hasFailed(outcome)).length;
  const problems = report.baseline?.problems.length ?? 0;
  const reasons = [
    ...(must === 0 ? [] : [`${plural(must, "MUST case")} ${must === 1 ? "does" : "do"} not hold`]),
    ...(problems === 0 ? [] : [`${plural(problems, "line")} of the baseline cannot stand`]),
  ];
  return `Not conformant: ${reasons.join(", and ") || "a listed failure passes"}.${shouldText(report)}`;
}

/** The one sentence that a run comes down to. */
export function verdictText(report: Report): string {
  const { conforms, conformsTo, filter, baseline, suite } = report;
  if (!conforms) return failureVerdict(report);
  const passed = count(report, "pass");
  if (filter !== undefined) {
    return `Only a part of the suite ran, which claims nothing. Of it ${plural(passed, "case")} passed and no MUST case failed.`;
  }
  const without = count(report, "not-applicable");
  const counts = `${plural(passed, "case")} passed, ${without} ${without === 1 ? "does" : "do"} not apply`;
  const known = baseline?.entries ?? 0;
  if (known > 0) {
    return `No new failure: ${plural(known, "failure")} known from the baseline; ${counts}. That is no claim of conformance.${shouldText(report)}`;
  }
  if (conformsTo === undefined) return `Nothing fails, and nothing can be claimed: ${counts}.${shouldText(report)}`;
  return `Conformant to ${profileWords[conformsTo]}, self-tested against vectors ${suite.version}: ${counts}.${shouldText(report)}`;
}

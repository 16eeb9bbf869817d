import { categories } from "../cases/case.js";
import { hasFailed } from "../run/result.js";
import { differences, shortJson } from "./differences.js";
import type { Report, ReportedCase } from "./report.js";
import { outcomeNames, repeatCommand } from "./words.js";

// XML 1.0 has no place for these, not even escaped; what is left of a broken pair is one of them.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

const xml = (text: string): string =>
  text.replace(forbidden, "\ufffd").replace(/[&<>"'\n\r\t]/g, (character) => entities[character] ?? character);

/** Content may have line breaks as they are. */
const content = (text: string): string => xml(text).replaceAll("&#10;", "\n");

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

type Kind = "pass" | "failure" | "error" | "skipped";

/** What is red in a test tab is what makes the command exit with 1; the rest is skipped, with its reason. */
function kindOf({ outcome, level }: ReportedCase): Kind {
  if (outcome === "pass") return "pass";
  if (outcome === "unexpected-pass") return "failure";
  if (!hasFailed(outcome) || level !== "MUST") return "skipped";
  return outcome === "fail" ? "failure" : "error";
}

function reasonOf({ outcome, level, note }: ReportedCase): string {
  const what = hasFailed(outcome) ? `${level}, does not hold (${outcomeNames[outcome]})` : outcomeNames[outcome];
  return note === undefined ? what : `${what}: ${note}`;
}

function failureText(report: Report, one: ReportedCase): string {
  const { comment, note, flags = [], expected, actual } = one;
  return [
    comment,
    ...flags.map(({ name, bugType, effect }) => `${name} (${bugType}): ${effect}`),
    ...(note === undefined ? [] : [note]),
    ...differences(expected, actual).flatMap(({ path, expected: wanted, actual: got }) => [
      path === "" ? "" : `at ${path}`,
      `expected ${shortJson(wanted, 400)}`,
      `got      ${shortJson(got, 400)}`,
    ]),
    repeatCommand(report, one.id),
  ].join("\n");
}

function caseXml(report: Report, one: ReportedCase): string {
  const { id, comment, category, durationMilliseconds, code } = one;
  const start = `    <testcase classname="roompass.${category}" name="${xml(`${id} – ${comment}`)}" time="${seconds(durationMilliseconds)}"`;
  const kind = kindOf(one);
  if (kind === "pass") return `${start}/>`;
  if (kind === "skipped") return `${start}>\n      <skipped message="${xml(reasonOf(one))}"/>\n    </testcase>`;
  const message = xml(reasonOf(one));
  const type = xml(code ?? one.outcome);
  return `${start}>\n      <${kind} message="${message}" type="${type}">${content(failureText(report, one))}</${kind}>\n    </testcase>`;
}

const counted = (cases: readonly ReportedCase[]): string => {
  const number = (kind: Kind): number => cases.filter((one) => kindOf(one) === kind).length;
  const time = cases.reduce((sum, { durationMilliseconds }) => sum + durationMilliseconds, 0);
  return `tests="${cases.length}" failures="${number("failure")}" errors="${number("error")}" skipped="${number("skipped")}" time="${seconds(time)}"`;
};

function baselineXml(problems: readonly string[], startedAt: string): string[] {
  if (problems.length === 0) return [];
  const cases = problems.map(
    (problem) =>
      `    <testcase classname="roompass.baseline" name="${xml(problem)}" time="0.000">\n      <failure message="${xml(problem)}" type="baseline"/>\n    </testcase>`,
  );
  const head = `  <testsuite name="baseline" tests="${cases.length}" failures="${cases.length}" errors="0" skipped="0" time="0.000" timestamp="${startedAt}">`;
  return [head, ...cases, "  </testsuite>"];
}

/** JUnit's XML as GitLab, Jenkins and others read it: one suite for each category. */
export function junitText(report: Report): string {
  const { adapter, cases, startedAt, baseline } = report;
  const suites = categories.flatMap((category) => {
    const own = cases.filter((one) => one.category === category);
    if (own.length === 0) return [];
    const head = `  <testsuite name="${category}" ${counted(own)} timestamp="${xml(startedAt)}">`;
    return [head, ...own.map((one) => caseXml(report, one)), "  </testsuite>"];
  });
  const name = xml(`conformance of ${adapter.name ?? adapter.displayName}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" ${counted(cases)}>`,
    ...suites,
    ...baselineXml(baseline?.problems ?? [], xml(startedAt)),
    "</testsuites>",
    "",
  ].join("\n");
}

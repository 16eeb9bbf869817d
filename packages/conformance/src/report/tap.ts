import { hasFailed } from "../run/result.js";
import { differences } from "./differences.js";
import { printable } from "./printable.js";
import type { Report, ReportedCase } from "./report.js";
import { outcomeNames, repeatCommand, verdictText } from "./words.js";

/** `#` begins a directive and `\` escapes; neither may come from outside. */
const escaped = (text: string): string => printable(text).replace(/[\\#]/g, (character) => `\\${character}`);

function directiveOf({ outcome, level, note }: ReportedCase): string {
  const reason = note === undefined ? "" : `: ${escaped(note)}`;
  if (outcome === "not-applicable" || outcome === "not-scored") return ` # SKIP ${outcomeNames[outcome]}${reason}`;
  if (outcome === "known-failure") return ` # TODO known failure${reason}`;
  return level !== "MUST" && hasFailed(outcome) ? ` # TODO ${level}` : "";
}

function diagnosticLines(report: Report, one: ReportedCase): string[] {
  const { outcome, level, note, flags = [], expected, actual } = one;
  if (!hasFailed(outcome) && outcome !== "unexpected-pass") return [];
  // JSON on one line is YAML as well, and needs no further escaping.
  const members: readonly (readonly [string, unknown])[] = [
    ["outcome", outcome],
    ["level", level],
    ["note", note],
    ["why", flags.map(({ name, effect }) => `${name}: ${effect}`)],
    ["differences", differences(expected, actual)],
    ["repeat", repeatCommand(report, one.id)],
  ];
  const told = members.filter(([, value]) => value !== undefined);
  return ["  ---", ...told.map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`), "  ..."];
}

/** TAP version 14. */
export function tapText(report: Report): string {
  const lines = report.cases.flatMap((one, index) => {
    const isFine = !hasFailed(one.outcome) && one.outcome !== "unexpected-pass" && one.outcome !== "known-failure";
    const head = `${isFine ? "ok" : "not ok"} ${index + 1} - ${escaped(`${one.id} – ${one.comment}`)}${directiveOf(one)}`;
    return [head, ...diagnosticLines(report, one)];
  });
  const start = report.cases.length;
  const problems = (report.baseline?.problems ?? []).map(
    (problem, index) => `not ok ${start + index + 1} - baseline: ${escaped(problem)}`,
  );
  return [
    "TAP version 14",
    `1..${start + problems.length}`,
    ...lines,
    ...problems,
    `# seed ${report.seed}, vectors sha256 ${report.suite.vectors}`,
    `# ${printable(verdictText(report))}`,
    "",
  ].join("\n");
}

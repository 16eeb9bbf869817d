import { categories } from "../cases/case.js";
import type { Outcome } from "../run/result.js";
import { differences, shortJson } from "./differences.js";
import { printable } from "./printable.js";
import type { Report, ReportedCase } from "./report.js";
import { labelled, padEnd, padStart, type Screen, wrap } from "./screen.js";
import {
  explainCommand,
  knownFailures,
  outcomeNames,
  plural,
  repeatCommand,
  shownOutcomes,
  troubles,
  verdictText,
} from "./words.js";

/** Names that fit above a column of numbers. */
const columnNames: Readonly<Record<Outcome, string>> = {
  ...outcomeNames,
  "not-applicable": "n/a",
  "known-failure": "known",
  "unexpected-pass": "unexp.",
  "not-scored": "unscored",
};

const levels = ["MUST", "SHOULD", "MAY"] as const;
const mostDifferences = 6;
/** Blocks that are told in full; whoever has more has one fault many times. */
const mostBlocks = 20;
/** Three lines of 66 characters. */
const longestValue = 198;

function paintOf(screen: Screen, outcome: Outcome): (text: string) => string {
  if (outcome === "pass") return screen.good;
  if (outcome === "not-applicable" || outcome === "not-scored") return screen.quiet;
  return outcome === "known-failure" ? screen.caution : screen.bad;
}

function titleLines({ adapter, revision, suite }: Report, { heading, quiet, width }: Screen): string[] {
  const name =
    adapter.name === undefined ? "" : ` (${printable([adapter.name, adapter.version].filter(Boolean).join(" "))})`;
  const own = suite.ownVectors === undefined ? "" : `, ${plural(suite.ownVectors, "vector")} of the adapter's package`;
  return [
    ...wrap(heading(`Conformance of ${printable(adapter.displayName)}${name}`), width),
    ...wrap(`Revision ${revision} of the specification, vectors ${suite.version}${own}`, width).map(quiet),
  ];
}

function tableLines(report: Report, screen: Screen): string[] {
  const shown = shownOutcomes(report);
  const least = shown.length > 5 ? 6 : 9;
  const widthOf = (outcome: Outcome): number => Math.max(least, columnNames[outcome].length + 2);
  const head = `  ${padEnd("category", 12)}${padEnd("level", 7)}`;
  const title = head + shown.map((outcome) => padStart(columnNames[outcome], widthOf(outcome))).join("");
  const rows = categories.flatMap((category) => {
    const byLevel = report.totals[category];
    const used = levels.filter((level) => byLevel[level] !== undefined);
    // Of a part of the suite most categories are empty, which says nothing.
    if (used.length === 0 && report.filter !== undefined) return [];
    if (used.length === 0) return [screen.quiet(`  ${padEnd(category, 12)}${padEnd("–", 7)}   no case`)];
    return used.map((level, index) => {
      const cells = shown.map((outcome) => {
        const number = byLevel[level]?.[outcome] ?? 0;
        return number === 0
          ? screen.quiet(padStart("·", widthOf(outcome)))
          : paintOf(screen, outcome)(padStart(String(number), widthOf(outcome)));
      });
      return `  ${padEnd(index === 0 ? category : "", 12)}${padEnd(level, 7)}${cells.join("")}`;
    });
  });
  return [screen.heading(title), ...rows];
}

/** A counter-example is there to be copied into a file of vectors: all of it, as it has to stand there. */
const wholeLines = (vector: unknown): string[] =>
  JSON.stringify(vector, null, 2)
    .split("\n")
    .map((line) => `      ${printable(line)}`);

function differenceLines({ expected, actual }: ReportedCase, screen: Screen): string[] {
  const found = differences(expected, actual);
  const shown = found.filter(({ path }, index) => index < mostDifferences || path === "counterexample");
  const lines = shown.flatMap(({ path, expected: wanted, actual: got }) => [
    ...(path === "" ? [] : labelled("at", printable(path), screen, 4, 10)),
    ...labelled("expected", printable(shortJson(wanted, longestValue)), screen, 4, 10),
    ...(path === "counterexample" && got !== undefined
      ? [`    ${padEnd("got", 10)}a token that, as a vector, is`, ...wholeLines(got)]
      : labelled("got", printable(shortJson(got, longestValue)), screen, 4, 10)),
  ]);
  const more = found.length - shown.length;
  return more > 0 ? [...lines, screen.quiet(`    and ${plural(more, "more difference")}`)] : lines;
}

function troubleLines(report: Report, one: ReportedCase, screen: Screen): string[] {
  const { id, level, category, outcome, comment, note, flags = [], twin } = one;
  const paint = level === "MUST" || outcome === "unexpected-pass" ? screen.bad : screen.caution;
  return [
    `${paint(outcomeNames[outcome].toUpperCase())}  ${screen.heading(printable(id))}  ${screen.quiet(`${category}, ${level}`)}`,
    ...labelled("", printable(comment), screen, 2, 0),
    ...flags.flatMap((flag) =>
      labelled("", printable(`${flag.name} (${flag.bugType}): ${flag.effect}`), screen, 4, 0).map(screen.quiet),
    ),
    ...(note === undefined ? [] : labelled("note", printable(note), screen, 4, 10)),
    ...(one.expected === undefined && one.actual === undefined ? [] : differenceLines(one, screen)),
    ...(twin === undefined ? [] : labelled("twin", printable(twin), screen, 4, 10)),
    // Never wrapped: it is there to be copied.
    `    ${padEnd("repeat", 10)}${printable(repeatCommand(report, id))}`,
    "",
  ];
}

/** The rest by ids alone, and where to read about them. */
function restLines(rest: readonly ReportedCase[], screen: Screen): string[] {
  if (rest.length === 0) return [];
  const head = `And ${plural(rest.length, "more case")}; \`--output <folder>\` writes all of them in full, \`--category\` and \`--case\` show some:`;
  return [
    ...wrap(head, screen.width),
    ...rest.map(({ id, outcome }) => `  ${padEnd(columnNames[outcome].toUpperCase(), 9)}${printable(id)}`),
    "",
  ];
}

/** The note that most cases share: of hundreds that break at one line, that line is what has to be read. */
function commonestNote(found: readonly ReportedCase[]): readonly [note: string, cases: number] | undefined {
  const counts = new Map<string, number>();
  for (const { note } of found) if (note !== undefined) counts.set(note, (counts.get(note) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first === undefined || first[1] === 1 ? undefined : first;
}

/** Where to begin, for whoever reads the end of a long text first. */
function beginLines(report: Report, found: readonly ReportedCase[], screen: Screen): string[] {
  const [first] = found;
  if (first === undefined) return [];
  const common = commonestNote(found);
  return [
    ...(common === undefined
      ? []
      : wrap(printable(`${plural(common[1], "case")} of these: ${common[0]}`), screen.width)),
    "Why a case exists, what it starts from and what it asks for:",
    // Never wrapped: it is there to be copied.
    `    ${printable(explainCommand(report, first.id))}`,
    "",
  ];
}

function endLines(report: Report, screen: Screen): string[] {
  const problems = report.baseline?.problems ?? [];
  const { conforms, filter } = report;
  const known = knownFailures(report);
  const paint = conforms ? (filter === undefined ? screen.good : screen.caution) : screen.bad;
  return [
    ...known.flatMap(({ id, note = "" }) => labelled("KNOWN", printable(`${id}: ${note}`), screen, 0, 7)),
    ...(known.length === 0 ? [] : [""]),
    ...problems.flatMap((problem) => labelled("baseline", printable(problem), screen, 0, 10)),
    ...(problems.length === 0 ? [] : [""]),
    screen.quiet(`seed ${report.seed}, vectors sha256 ${report.suite.vectors.slice(0, 16)}…`),
    ...wrap(verdictText(report), screen.width).map(paint),
  ];
}

/** For a person at a terminal, 80 columns and more. */
export function prettyText(report: Report, screen: Screen): string {
  const found = troubles(report);
  const lines = [
    ...titleLines(report, screen),
    "",
    ...tableLines(report, screen),
    "",
    ...found.slice(0, mostBlocks).flatMap((one) => troubleLines(report, one, screen)),
    ...restLines(found.slice(mostBlocks), screen),
    ...beginLines(report, found, screen),
    ...endLines(report, screen),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

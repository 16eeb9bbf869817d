import { categories } from "../cases/case.js";
import { differences, shortJson } from "./differences.js";
import { isPlainAddress } from "./html/markup.js";
import { capabilityRows, manifestWords } from "./manifest-rows.js";
import { printable } from "./printable.js";
import type { Report, ReportedCase, ReportedTranslation } from "./report.js";
import {
  knownFailures,
  outcomeNames,
  plural,
  repeatCommand,
  shownOutcomes,
  troubles,
  verdictText,
  verdictWord,
} from "./words.js";

const levels = ["MUST", "SHOULD", "MAY"] as const;

const escaped = (text: string): string =>
  printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]()#+|!~$@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(https?|www)(?=[:.])/gi, (start) => `${start}\u200b`);

/** A text from outside in a line of Markdown: no markup, no link, no mention, no cell of its own. */
export const plainMarkdown = (text: string): string => escaped(text);

/** Code in a cell of a table, where a fence would not keep a bar: a backslash before it takes the bar's own away. */
export const codeCell = (text: string): string => (text === "" ? "" : `<code>${escaped(text)}</code>`);

/** A source: a plain address as a link that can be followed and copied, anything else as text. */
export const sourceMarkdown = (text: string): string => (isPlainAddress(text) ? `<${text}>` : plainMarkdown(text));

/** Code in a line: a fence that is longer than any in the text. */
export function codeMarkdown(text: string): string {
  const shown = printable(text);
  if (shown === "") return "";
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

const tableLines = (header: readonly string[], rows: readonly (readonly string[])[], isNumbers = false): string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map((_, index) => (isNumbers && index > 1 ? "---:" : "---"))), ...rows.map(line)];
};

function countLines(report: Report): string[] {
  const shown = shownOutcomes(report);
  const rows = categories.flatMap((category) =>
    levels.flatMap((level) => {
      const row = report.totals[category][level];
      return row === undefined ? [] : [[category, level, ...shown.map((outcome) => String(row[outcome] ?? 0))]];
    }),
  );
  return tableLines(["category", "level", ...shown.map((outcome) => outcomeNames[outcome])], rows, true);
}

function troubleLines(report: Report, one: ReportedCase): string[] {
  const { id, level, outcome, comment, note, flags = [], expected, actual } = one;
  const found = differences(expected, actual).slice(0, 6);
  return [
    `- **${outcomeNames[outcome]}** ${codeMarkdown(id)} (${level}) – ${plainMarkdown(comment)}`,
    ...flags.map((flag) => `  - ${plainMarkdown(`${flag.name} (${flag.bugType}): ${flag.effect}`)}`),
    ...(note === undefined ? [] : [`  - ${plainMarkdown(note)}`]),
    ...found.map(
      ({ path, expected: wanted, actual: got }) =>
        `  - ${path === "" ? "" : `${codeMarkdown(path)}: `}expected ${codeMarkdown(shortJson(wanted, 120))}, got ${codeMarkdown(shortJson(got, 120))}`,
    ),
    `  - repeat: ${codeMarkdown(repeatCommand(report, id))}`,
  ];
}

function capabilityLines(report: Report): string[] {
  const rows = capabilityRows(report).map(({ path, carried, property, note, outside, source, asOf }) => [
    codeCell(path),
    plainMarkdown(carried),
    codeCell(property || outside),
    plainMarkdown(note),
    [sourceMarkdown(source), plainMarkdown(asOf)].filter(Boolean).join(", "),
  ]);
  return tableLines(["field", "carried", "where", "note", "source"], rows);
}

/** One column for each direction, one row for each field; what a case of this run saw is in bold. */
function lossLines(translations: readonly ReportedTranslation[]): string[] {
  const paths = [...new Set(translations.flatMap(({ fields }) => Object.keys(fields)))];
  const rows = paths.map((path) => [
    codeCell(path),
    ...translations.map(({ fields }) => {
      const cell = fields[path];
      const text = plainMarkdown(cell?.kinds.join(", ") ?? "");
      return cell?.observed === true ? `**${text}**` : text;
    }),
  ]);
  const titles = translations.map(({ from, to }) => plainMarkdown(`${from} → ${to}`));
  return tableLines(["field", ...titles], rows);
}

const icons = { conformant: "✅", "not conformant": "❌", "part of the suite": "⚠️", "nothing claimed": "⚠️" } as const;

/** A summary for the page of a CI job. */
export function markdownText(report: Report): string {
  const { adapter, suite, revision, seed, runtime, baseline, translations } = report;
  const name = [adapter.name, adapter.version].filter(Boolean).join(" ");
  const failing = troubles(report);
  const known = knownFailures(report);
  const lines = [
    `# ${icons[verdictWord(report)]} Conformance of ${plainMarkdown(adapter.displayName)}${name === "" ? "" : ` (${plainMarkdown(name)})`}`,
    "",
    `**${verdictText(report)}**`,
    "",
    ...countLines(report),
    "",
    ...(failing.length === 0
      ? []
      : [
          `## ${plural(failing.length, "case")} to look at`,
          "",
          ...failing.flatMap((one) => troubleLines(report, one)),
          "",
        ]),
    ...(known.length === 0
      ? []
      : [
          `## ${plural(known.length, "known failure")}`,
          "",
          ...known.map(({ id, note = "" }) => `- ${codeMarkdown(id)}: ${plainMarkdown(note)}`),
          "",
        ]),
    ...(baseline === undefined || baseline.problems.length === 0
      ? []
      : ["## The baseline", "", ...baseline.problems.map((problem) => `- ${plainMarkdown(problem)}`), ""]),
    "<details><summary>What a token can say</summary>",
    "",
    `Issued by: ${plainMarkdown(manifestWords(report, "issuance"))}. Verified: ${plainMarkdown(manifestWords(report, "verification"))}.`,
    "",
    ...capabilityLines(report),
    "",
    "</details>",
    "",
    ...(translations.length === 0
      ? []
      : [
          "<details><summary>What becomes of each field on the way to and from other vendors</summary>",
          "",
          "**Bold**: seen by a translation of this run. The rest: by the capability tables of both sides.",
          "",
          ...lossLines(translations),
          "",
          "</details>",
          "",
        ]),
    `Revision ${revision}, vectors ${suite.version} (sha256 ${codeMarkdown(suite.vectors.slice(0, 16))}…), seed ${seed}, ${plainMarkdown(runtime)}.`,
    "",
  ];
  return lines.join("\n");
}

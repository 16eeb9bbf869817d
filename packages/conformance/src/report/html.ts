import { hasFailed } from "../run/result.js";
import { differences, shortJson } from "./differences.js";
import { html, type Markup } from "./html/markup.js";
import { style } from "./html/style.js";
import { capabilityTable, chip, countTable, lossLegend, lossTable, type Tone } from "./html/tables.js";
import type { Report, ReportedCase } from "./report.js";
import {
  count,
  knownFailures,
  outcomeNames,
  passedMust,
  plural,
  repeatCommand,
  troubles,
  verdictText,
  verdictWord,
} from "./words.js";

const mostDifferences = 8;

function verdictOf(report: Report): readonly [tone: Tone, sign: string, word: string] {
  const word = verdictWord(report);
  if (word === "not conformant") return ["bad", "✕", "Not conformant"];
  if (word === "part of the suite") return ["warn", "!", "Part of the suite"];
  if (report.conformsTo === undefined) return ["warn", "!", "No claim"];
  return ["good", "✓", "Conformant"];
}

/** The sentence without the word that stands above it. */
function detailOf(report: Report): string {
  const text = verdictText(report).replace(/^Not conformant: /, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function header(report: Report): Markup {
  const { adapter, revision, suite } = report;
  const [tone, sign, word] = verdictOf(report);
  const name = [adapter.name, adapter.version].filter(Boolean).join(" ");
  const failing = report.cases.filter(({ outcome, level }) => level === "MUST" && hasFailed(outcome)).length;
  const other = report.cases.filter(({ outcome, level }) => level !== "MUST" && hasFailed(outcome)).length;
  const facts: readonly (readonly [string, number, string?])[] = [
    ["MUST cases pass", passedMust(report)],
    ["MUST cases fail", failing, failing > 0 ? "bad" : ""],
    ["SHOULD and MAY fail", other],
    ["not applicable", count(report, "not-applicable")],
    ...(report.baseline === undefined ? [] : ([["known failures", report.baseline.entries]] as const)),
  ];
  return html`<header class="top"><p class="kicker">Conformance report</p><h1>${adapter.displayName}</h1>
<p class="package">${name === "" ? "" : `${name} · `}specification ${revision}, vectors ${suite.version}</p>
<div class="verdict tone-${tone}"><span class="sign" aria-hidden="true">${sign}</span><strong>${word}</strong><p>${detailOf(report)}</p></div>
<dl class="facts">${facts.map(([label, number, mark = ""]) => html`<div class="${mark}"><dt>${label}</dt><dd>${number}</dd></div>`)}</dl>
<nav aria-label="On this page"><a href="#cases">Cases to look at</a><a href="#counts">Counts</a><a href="#capabilities">What a token can say</a><a href="#losses">On the way to others</a></nav></header>`;
}

function differenceList({ expected, actual }: ReportedCase): Markup | undefined {
  const found = differences(expected, actual);
  if (found.length === 0) return undefined;
  const more = found.length - mostDifferences;
  return html`<dl class="diff">${found
    .slice(0, mostDifferences)
    .map(
      ({ path, expected: wanted, actual: got }) =>
        html`${path === "" ? undefined : html`<dt class="place"><code>${path}</code></dt>`}<dt>expected</dt><dd><code>${shortJson(wanted, 300)}</code></dd><dt>got</dt><dd><code>${shortJson(got, 300)}</code></dd>`,
    )}${more > 0 ? html`<dt class="place">and ${plural(more, "more difference")}</dt>` : undefined}</dl>`;
}

function caseBlock(report: Report, one: ReportedCase): Markup {
  const { id, comment, category, level, outcome, note, flags = [], twin } = one;
  const isHard = level === "MUST" || outcome === "unexpected-pass";
  return html`<article class="case${isHard ? "" : " soft"}"><h3>${chip(isHard ? "bad" : "warn", outcomeNames[outcome])}<code>${id}</code><span class="quiet">${category}, ${level}</span></h3>
<p>${comment}</p>${flags.map((flag) => html`<p class="quiet"><strong>${flag.name}</strong> (${flag.bugType}). ${flag.description} ${flag.effect}</p>`)}
${note === undefined ? undefined : html`<p>${note}</p>`}${differenceList(one)}
${twin === undefined ? undefined : html`<p class="quiet">Differs in one thing from <code>${twin}</code>.</p>`}
<pre>${repeatCommand(report, id)}</pre></article>`;
}

function caseSection(report: Report): Markup {
  const all = troubles(report);
  const problems = report.baseline?.problems ?? [];
  const list =
    problems.length === 0
      ? undefined
      : html`<p>The baseline file cannot stand:</p><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul>`;
  const known = knownFailures(report);
  const knownList =
    known.length === 0
      ? undefined
      : html`<h3>Known failures</h3><ul>${known.map(({ id, note }) => html`<li><code>${id}</code> ${note}</li>`)}</ul>`;
  const body =
    all.length === 0
      ? html`<p class="empty">${known.length === 0 ? "None: every case that ran holds or does not apply." : "None beyond the known failures."}</p>`
      : all.map((one) => caseBlock(report, one));
  return html`<section id="cases"><h2>Cases to look at</h2>${list}${body}${knownList}</section>`;
}

function lossSection({ translations, adapter }: Report): Markup {
  const body =
    translations.length === 0
      ? html`<p class="empty">No other adapter was given. Run with <code>--with &lt;module&gt;</code> for each.</p>`
      : html`<p class="lead">What becomes of each field when a token is translated. Translation never gives more than the source; what has no place is reported or refused.</p>${[
          [`From ${adapter.displayName}`, translations.filter(({ from }) => from === adapter.vendor)] as const,
          [`To ${adapter.displayName}`, translations.filter(({ from }) => from !== adapter.vendor)] as const,
        ].map(([title, part]) =>
          part.length === 0 ? undefined : lossTable(title, part, adapter.vendor),
        )}${lossLegend()}`;
  return html`<section id="losses"><h2>On the way to other vendors</h2>${body}</section>`;
}

function footer(report: Report): Markup {
  const { suite, seed, runtime, startedAt, command, baseline, filter } = report;
  const rows: readonly (readonly [string, string])[] = [
    ["Run", command ?? "npx @roompass/conformance"],
    ["Started", startedAt],
    ["Runtime", runtime],
    ["Suite", `${suite.name} ${suite.version}`],
    ["Vectors (SHA-256)", suite.vectors],
    ["Seed", String(seed)],
    ...(filter === undefined ? [] : ([["Only", Object.values(filter).join(", ")]] as const)),
    ...(baseline === undefined ? [] : ([["Baseline (SHA-256)", baseline.digest]] as const)),
  ];
  return html`<footer><dl>${rows.map(([label, text]) => html`<dt>${label}</dt><dd><code>${text}</code></dd>`)}</dl>
<p>Self-tested against vectors ${suite.version}. Numbers are counts of cases; one failing MUST case is a failure.</p></footer>`;
}

/** One page in one file: no script, and nothing that is loaded from elsewhere. */
export function htmlText(report: Report): string {
  const title = `Conformance of ${report.adapter.displayName}`;
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>`;
  const body = html`${header(report)}
<main>${caseSection(report)}
<section id="counts"><h2>Counts</h2><p class="lead">How many cases of each category came out how.</p>${countTable(report)}</section>
<section id="capabilities"><h2>What a token can say</h2>${capabilityTable(report)}</section>
${lossSection(report)}</main>
${footer(report)}`;
  return `<!doctype html>\n<html lang="en"><head>${head}\n<style>${style}</style></head>\n<body>${body}</body></html>\n`;
}

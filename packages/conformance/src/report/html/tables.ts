import { categories } from "../../cases/case.js";
import type { Outcome } from "../../run/result.js";
import { type CapabilityRow, capabilityRows, manifestWords } from "../manifest-rows.js";
import type { Report, ReportedTranslation } from "../report.js";
import { outcomeNames, shownOutcomes } from "../words.js";
import { type Content, html, type Markup, pathCode, sourceLink } from "./markup.js";

export type Tone = "good" | "warn" | "bad" | "info" | "none";

export const chip = (tone: Tone, text: Content, isSeen = false): Markup =>
  html`<span class="chip tone-${tone}${isSeen ? " seen" : ""}">${text}</span>`;

const levels = ["MUST", "SHOULD", "MAY"] as const;

function numberCell(outcome: Outcome, number: number): Markup {
  const isBad = ["fail", "error", "timeout", "unexpected-pass"].includes(outcome);
  const tone = number === 0 ? "zero" : isBad ? "bad" : outcome === "known-failure" ? "warn" : "";
  return html`<td class="number ${tone}" data-label="${outcomeNames[outcome]}">${number}</td>`;
}

/** How often each outcome came, by category and level. */
export function countTable(report: Report): Markup {
  const shown = shownOutcomes(report);
  const rows = categories.flatMap((category) => {
    const byLevel = report.totals[category];
    const used = levels.filter((level) => byLevel[level] !== undefined);
    if (used.length === 0) {
      return [
        html`<tr><th scope="row">${category}</th><td class="quiet" colspan="${shown.length + 1}">no case</td></tr>`,
      ];
    }
    return used.map(
      (level) =>
        html`<tr><th scope="row">${category}</th><td class="level">${level}</td>${shown.map((outcome) =>
          numberCell(outcome, byLevel[level]?.[outcome] ?? 0),
        )}</tr>`,
    );
  });
  return html`<table class="cards counts"><thead><tr><th scope="col">category</th><th scope="col">level</th>${shown.map(
    (outcome) => html`<th scope="col" class="number">${outcomeNames[outcome]}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table>`;
}

const carriedTones: Readonly<Record<string, Tone>> = { exact: "good", role: "info", partly: "warn", none: "none" };

const groups: readonly (readonly [title: string, holds: (path: string) => boolean])[] = [
  ["Purpose, room and time", (path) => /^(?:purpose|room|notBefore|expiresAt|stay|entry)\b/.test(path)],
  ["Participant", (path) => path.startsWith("participant.")],
  ["Rights", (path) => path.startsWith("rights.")],
  ["How the meeting starts", (path) => /^(?:start|automation|client)\./.test(path)],
];

function capabilityRow({ path, carried, property, claim, note, outside, source, asOf }: CapabilityRow): Markup {
  const place = property === "" ? undefined : html`<code>${property}</code>`;
  const wire = claim === "" ? undefined : html`<div class="quiet">claim <code>${claim}</code></div>`;
  const elsewhere =
    outside === "" ? undefined : html`<div class="quiet">outside the token: <code>${outside}</code></div>`;
  const from = source === "" ? undefined : html`${sourceLink(source)}${asOf === "" ? "" : html`<div>${asOf}</div>`}`;
  return html`<tr><th scope="row">${pathCode(path)}</th><td>${chip(carriedTones[carried] ?? "none", carried)}</td>
<td>${[place, wire, elsewhere]}</td><td class="note">${note}</td><td class="quiet">${from}</td></tr>`;
}

/** What a token can say, with notes and sources. */
export function capabilityTable(report: Report): Markup {
  const rows = capabilityRows(report);
  const isKnown = (path: string): boolean => groups.some(([, holds]) => holds(path));
  const all = [...groups, ["Other", (path: string) => !isKnown(path)] as const];
  const body = all.map(([title, holds]) => {
    const own = rows.filter(({ path }) => holds(path));
    if (own.length === 0) return undefined;
    return html`<tr class="group"><th colspan="5" scope="rowgroup">${title}</th></tr>${own.map(capabilityRow)}`;
  });
  const words = (member: string): string => manifestWords(report, member) || "nothing";
  return html`<p class="lead">Tokens come by: ${words("issuance")}. Signatures are checked: ${words("verification")}.
Algorithms: ${words("algorithms")}.</p>
<table class="cards"><thead><tr><th scope="col">field</th><th scope="col">carried</th><th scope="col">where</th>
<th scope="col">note</th><th scope="col">source</th></tr></thead><tbody>${body}</tbody></table>
<ul class="legend"><li>${chip("good", "exact")} a member of its own</li><li>${chip("info", "role")} together with other rights</li>
<li>${chip("warn", "partly")} only some values</li><li>${chip("none", "none")} not in the token</li></ul>`;
}

const kindTones: Readonly<Record<string, Tone>> = {
  kept: "good",
  exact: "good",
  assumed: "good",
  narrowed: "warn",
  advisory: "warn",
  moved: "info",
  dropped: "bad",
  refused: "bad",
  widened: "bad",
  absent: "none",
};

/** The most serious of several kinds gives the colour; the text names all of them. */
const severity: readonly Tone[] = ["bad", "warn", "info", "good", "none"];

function kindChip(kinds: readonly string[], observed: boolean): Markup {
  const tones = kinds.map((kind) => kindTones[kind] ?? "none");
  const tone = severity.find((one) => tones.includes(one)) ?? "none";
  const [only] = kinds;
  return chip(tone, kinds.length === 1 && only !== undefined ? only : kinds.join(", "), observed);
}

/** One direction: partners in columns, fields in rows. */
export function lossTable(title: string, translations: readonly ReportedTranslation[], vendor: string): Markup {
  const paths = [...new Set(translations.flatMap(({ fields }) => Object.keys(fields)))];
  const rows = paths.map((path) => {
    const cells = translations.map(({ fields }) => {
      const cell = fields[path];
      return html`<td>${cell === undefined ? undefined : kindChip(cell.kinds, cell.observed)}</td>`;
    });
    return html`<tr><th scope="row">${pathCode(path)}</th>${cells}</tr>`;
  });
  const titles = translations.map(
    ({ from, to }) => html`<th scope="col">${from === vendor ? `→ ${to}` : `${from} →`}</th>`,
  );
  return html`<h3>${title}</h3><div class="scroll" tabindex="0" role="region" aria-label="${title}, field by field"><table class="losses">
<thead><tr><th scope="col">field</th>${titles}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

const kindWords: readonly (readonly [Tone, string, string])[] = [
  ["good", "kept", "the other token says it too"],
  ["good", "assumed", "not said, and the same by both vendors' documented defaults"],
  ["warn", "narrowed", "only some values, or less"],
  ["warn", "advisory", "the documents of the vendors do not settle it"],
  ["info", "moved", "has a place outside the token"],
  ["bad", "dropped", "no place: a description is left out, a right or a limit is refused"],
  ["none", "absent", "the source's tokens do not say it"],
];

/** What the words in the cells mean. */
export function lossLegend(): Markup {
  const items = kindWords.map(([tone, kind, words]) => html`<li>${chip(tone, kind)} ${words}</li>`);
  return html`<ul class="legend">${items}
<li>${chip("none", "outlined", true)} seen by a translation of this run; the rest is from the tables of both sides</li></ul>`;
}

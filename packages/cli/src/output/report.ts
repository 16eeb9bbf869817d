import type { ReportEntry, ReportKind } from "@roompass/core";
import type { Colours } from "./colours.js";
import { groupBy } from "./entries.js";
import { padEnd, paragraph, plural, widthOf } from "./layout.js";
import { inOptions } from "./policy-words.js";
import { printable } from "./printable.js";
import { type Direction, joinFlags, remedyFlag, remedyText } from "./remedies.js";
import type { Screen } from "./screen.js";

export const reportKinds: readonly ReportKind[] = [
  "widened",
  "narrowed",
  "assumed",
  "advisory",
  "moved",
  "dropped",
  "exact",
];

const paints: Readonly<Record<ReportKind, keyof Colours>> = {
  widened: "bad",
  narrowed: "caution",
  assumed: "caution",
  advisory: "caution",
  moved: "command",
  dropped: "quiet",
  exact: "good",
};

const effects: Readonly<Record<ReportEntry["effect"], string>> = {
  same: "the same rights",
  less: "fewer rights",
  more: "more rights",
  elsewhere: "decided outside the token",
  uncertain: "rests on documents",
};

export function countKinds(report: readonly ReportEntry[]): Record<ReportKind, number> {
  const counts = {} as Record<ReportKind, number>;
  for (const kind of reportKinds) counts[kind] = report.filter((entry) => entry.kind === kind).length;
  return counts;
}

/** What would change entries that share a reason: options put together, settings one by one. */
function remedyLines(entries: readonly ReportEntry[], direction: Direction, colours: Colours): string[] {
  const settings = entries.flatMap(({ remedy }) =>
    remedy === undefined || remedy.where === "policy" ? [] : `${remedyText(remedy)}.`,
  );
  const flags = entries.flatMap(({ remedy, from }) =>
    remedy?.where === "policy" ? (remedyFlag(remedy, direction, { from }) ?? []) : [],
  );
  const options = joinFlags(flags).map((flag) => `To keep it: ${colours.command(flag)}`);
  return [...new Set(settings), ...options];
}

/** The report of a translation: kind, path and effect, then the reason and what would change it. */
export function reportLines(report: readonly ReportEntry[], direction: Direction, screen: Screen): string[] {
  const { colours, width } = screen;
  const sorted = reportKinds.flatMap((kind) => report.filter((entry) => entry.kind === kind));
  const kindWidth = Math.max(0, ...sorted.map(({ kind }) => widthOf(kind)));
  const pathWidth = Math.max(0, ...sorted.map(({ path }) => widthOf(printable(path))));
  const indent = 2 + kindWidth + 2;
  return groupBy(sorted, ({ kind, reason }) => `${kind} ${reason}`).flatMap((group) => [
    ...group.map(({ kind, path, effect }) => {
      const paint = colours[paints[kind]];
      const shown = colours.heading(padEnd(printable(path), pathWidth));
      return `  ${paint(padEnd(kind, kindWidth))}  ${shown}  ${effects[effect]}`;
    }),
    ...paragraph(printable(inOptions(group[0]?.reason ?? "")), width, indent),
    ...remedyLines(group, direction, colours).flatMap((text) => paragraph(text, width, indent)),
  ]);
}

/** `2 assumed, 1 moved`, and how much of it nobody can be sure of. */
export function countLines(report: readonly ReportEntry[], screen: Screen): string[] {
  const counts = countKinds(report);
  const told = reportKinds.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${kind}`);
  const uncertain = counts.assumed + counts.advisory;
  const note =
    uncertain === 0
      ? "Nothing in it rests on a vendor's documents alone."
      : `${plural(uncertain, "entry", "entries")} (assumed and advisory) ${uncertain === 1 ? "rests" : "rest"} on what ` +
        "the vendors document; a setting of the room can differ.";
  const list = told.length === 0 ? "Everything is kept exactly." : `${told.join(", ")}.`;
  return paragraph(`${list} ${note}`, screen.width, 2);
}

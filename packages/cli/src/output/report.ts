import type { ReportEntry, ReportKind } from "@roompass/core";
import type { Colours } from "./colours.js";
import { groupBy } from "./entries.js";
import { padEnd, paragraph, plural, widthOf } from "./layout.js";
import { inOptions } from "./policy-words.js";
import { printable } from "./printable.js";
import { type Direction, remedyFlag, remedyText } from "./remedies.js";
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

function remedyLine(entry: ReportEntry, direction: Direction, colours: Colours): string | undefined {
  if (entry.remedy === undefined) return undefined;
  if (entry.remedy.where !== "policy") return `${remedyText(entry.remedy)}.`;
  const flag = remedyFlag(entry.remedy, direction, { from: entry.from });
  return flag === undefined ? undefined : `To keep it: ${colours.command(flag)}`;
}

/** The report of a translation: kind, path and effect, then the reason and what would change it. */
export function reportLines(report: readonly ReportEntry[], direction: Direction, screen: Screen): string[] {
  const { colours, width } = screen;
  const sorted = reportKinds.flatMap((kind) => report.filter((entry) => entry.kind === kind));
  const kindWidth = Math.max(0, ...sorted.map(({ kind }) => widthOf(kind)));
  const pathWidth = Math.max(0, ...sorted.map(({ path }) => widthOf(printable(path))));
  const indent = 2 + kindWidth + 2;
  const told = sorted.map((entry) => ({ ...entry, remedyText: remedyLine(entry, direction, colours) }));
  return groupBy(told, ({ kind, reason }) => `${kind} ${reason}`).flatMap((group) => [
    ...group.map(({ kind, path, effect }) => {
      const paint = colours[paints[kind]];
      return `  ${paint(padEnd(kind, kindWidth))}  ${colours.heading(padEnd(printable(path), pathWidth))}  ${effects[effect]}`;
    }),
    ...paragraph(printable(inOptions(group[0]?.reason ?? "")), width, indent),
    ...[...new Set(group.flatMap(({ remedyText: text }) => text ?? []))].flatMap((text) =>
      paragraph(text, width, indent),
    ),
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

import type { Refusal } from "@roompass/core";
import { groupBy } from "./entries.js";
import { listOf, paragraph } from "./layout.js";
import { inOptions } from "./policy-words.js";
import { printable } from "./printable.js";
import { type Direction, joinFlags, remedyFlag, remedyText } from "./remedies.js";
import type { Screen } from "./screen.js";

/** A refusal with the option that would let it pass. */
export interface FlaggedRefusal extends Refusal {
  readonly flag?: string;
}

export function flagged(refusals: readonly Refusal[], direction: Direction): FlaggedRefusal[] {
  return refusals.map((refusal) => {
    const flag = refusal.remedy === undefined ? undefined : remedyFlag(refusal.remedy, direction, refusal);
    return flag === undefined ? refusal : { ...refusal, flag };
  });
}

/** What has to be done outside the command, where an option alone does not do it. */
function settingText({ remedy, flag }: FlaggedRefusal): string[] {
  return remedy === undefined || (flag !== undefined && remedy.where === "policy") ? [] : [`${remedyText(remedy)}.`];
}

/** Everything that kept a token from being translated, each with what would change it. */
export function refusalLines(refusals: readonly FlaggedRefusal[], screen: Screen): string[] {
  const { colours, width } = screen;
  const keyOf = ({ reason, remedy, flag }: FlaggedRefusal): string =>
    JSON.stringify([reason, remedy?.where, remedy?.setting, flag === undefined]);
  const lines = groupBy(refusals, keyOf).flatMap((group) => [
    ...group.map(({ path }) => `  ${colours.bad("refused")}  ${colours.heading(printable(path))}`),
    ...paragraph(printable(inOptions(group[0]?.reason ?? "")), width, 11),
    ...[...new Set(group.flatMap(settingText))].flatMap((text) => paragraph(text, width, 11)),
    ...joinFlags(group.flatMap(({ flag }) => flag ?? [])).map((flag) => `           ${colours.command(flag)}`),
  ]);
  const all = joinFlags(refusals.flatMap(({ flag }) => flag ?? []));
  const open = refusals.filter(({ flag, remedy }) => flag === undefined && remedy?.setting !== "strict");
  if (open.length > 0) {
    const paths = listOf(open.map(({ path }) => printable(path)));
    return [...lines, "", ...paragraph(`No further option lets ${paths} pass.`, width, 2)];
  }
  if (all.length < 2) return lines;
  return [
    ...lines,
    "",
    "  All together, if that is what you want:",
    ...paragraph(colours.command(all.join(" ")), width, 4),
  ];
}

import type { Refusal } from "@roompass/core";
import { listOf, paragraph } from "./layout.js";
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

interface Group {
  readonly paths: string[];
  readonly reason: string;
  readonly flags: string[];
  readonly remedies: string[];
}

/** Paths that are refused for one reason are told once. */
function grouped(refusals: readonly FlaggedRefusal[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { path, reason, flag, remedy } of refusals) {
    const key = JSON.stringify([reason, remedy?.where, remedy?.setting, flag === undefined]);
    const group = groups.get(key) ?? { paths: [], reason, flags: [], remedies: [] };
    groups.set(key, group);
    group.paths.push(path);
    if (flag !== undefined) group.flags.push(flag);
    if (remedy !== undefined && (flag === undefined || remedy.where !== "policy")) group.remedies.push(remedyText(remedy));
  }
  return [...groups.values()];
}

/** Everything that kept a token from being translated, each with what would change it. */
export function refusalLines(refusals: readonly FlaggedRefusal[], screen: Screen): string[] {
  const { colours, width } = screen;
  const lines = grouped(refusals).flatMap(({ paths, reason, flags, remedies }) => [
    ...paths.map((path) => `  ${colours.bad("refused")}  ${colours.heading(printable(path))}`),
    ...paragraph(printable(reason), width, 11),
    ...[...new Set(remedies)].flatMap((text) => paragraph(text, width, 11)),
    ...joinFlags(flags).map((flag) => `           ${colours.command(flag)}`),
  ]);
  const all = joinFlags(refusals.flatMap(({ flag }) => flag ?? []));
  const open = refusals.filter(({ flag, remedy }) => flag === undefined && remedy?.setting !== "strict");
  if (open.length > 0) {
    const paths = listOf(open.map(({ path }) => printable(path)));
    return [...lines, "", ...paragraph(`No option lets ${paths} pass: the target's token cannot hold it.`, width, 2)];
  }
  if (all.length < 2) return lines;
  return [...lines, "", "  All together, if that is what you want:", ...paragraph(colours.command(all.join(" ")), width, 4)];
}

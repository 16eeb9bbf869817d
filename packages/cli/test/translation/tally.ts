import type { Refusal } from "@roompass/core";
import { unfolded } from "./vendors.ts";

/** What became of a claim space on its way to one vendor. */
export interface Tally {
  states: number;
  accepted: number;
  widened: number;
  /** How many of the accepted ones can be translated back. */
  returned: number;
  /** How often each path comes first among the reasons for a refusal. */
  readonly refusedFirstAt: Record<string, number>;
}

export const emptyTally = (): Tally => ({ states: 0, accepted: 0, widened: 0, returned: 0, refusedFirstAt: {} });

/** Claims are named without their values' places, so that a list of unknown values is one line. */
const plain = (path: string): string => path.replace(/\[\d+\]$/, "");

export function countRefusal(tally: Tally, refusals: readonly Refusal[]): void {
  const first = plain(unfolded(refusals)[0] ?? "nowhere");
  tally.refusedFirstAt[first] = (tally.refusedFirstAt[first] ?? 0) + 1;
}

/** Two lines for each row: the numbers in columns, and the reasons, for a person who watches the tests run. */
export function asTable(tallies: ReadonlyMap<string, Tally>): string {
  const width = Math.max(...[...tallies.keys()].map((name) => name.length));
  const rows = [...tallies].flatMap(([name, { states, accepted, widened, returned, refusedFirstAt }]) => {
    const numbers = `${states} states, ${accepted} accepted, ${widened} widened, ${returned} back again`;
    const reasons = Object.entries(refusedFirstAt)
      .sort(([, first], [, second]) => second - first)
      .map(([path, count]) => `${path} ${count}`);
    return [`${name.padEnd(width)}  ${numbers}`, `    refused at ${reasons.join(", ")}`];
  });
  return rows.join("\n");
}

import { unfolded } from "./vendors.ts";
import type { Refusal } from "@roompass/core";

/** What became of a claim space on its way to one vendor. */
export interface Tally {
  states: number;
  accepted: number;
  widened: number;
  /** How often each path comes first among the reasons for a refusal. */
  readonly refusedFirstAt: Record<string, number>;
}

export const emptyTally = (): Tally => ({ states: 0, accepted: 0, widened: 0, refusedFirstAt: {} });

/** Claims are named without their values' places, so that a list of unknown values is one line. */
const plain = (path: string): string => path.replace(/\[\d+\]$/, "");

export function countRefusal(tally: Tally, refusals: readonly Refusal[]): void {
  const first = plain(unfolded(refusals)[0] ?? "nowhere");
  tally.refusedFirstAt[first] = (tally.refusedFirstAt[first] ?? 0) + 1;
}

/** One line for each row, columns aligned: for a person who watches the tests run. */
export function asTable(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].map(([name, { states, accepted, widened, refusedFirstAt }]) => {
    const reasons = Object.entries(refusedFirstAt)
      .sort(([, first], [, second]) => second - first)
      .map(([path, count]) => `${path} ${count}`);
    return [name, String(states), String(accepted), String(widened), reasons.join(", ")];
  });
  const table = [["pair, policy", "states", "accepted", "widened", "refused first at"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] as string).length)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}

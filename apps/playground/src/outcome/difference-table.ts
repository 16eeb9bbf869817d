import { grantPaths } from "@roompass/core";
import { joinRights, type Mark, pathName } from "../text/words.js";
import type { Outcome, OutcomeRow } from "./outcome.js";

/** One row of the table that sets the vendors side by side. */
export interface DifferenceRow {
  readonly paths: readonly string[];
  readonly name: string;
  /** By vendor, in the order of the outcomes; `undefined` where nothing is told about it. */
  readonly cells: readonly (OutcomeRow | undefined)[];
}

const order = new Map<string, number>(grantPaths.map((path, index) => [path, index]));
const groups = ["rights.publish", "rights.moderate", "rights", "stay", "participant", "start", "automation", "client"];

/** What an entry stands for: what it covers, or the paths below a group, or itself. */
function pathsOf({ path, covers }: OutcomeRow): readonly string[] {
  if (covers !== undefined) return covers;
  if (!groups.includes(path)) return [path];
  return grantPaths.filter((known) => known.startsWith(`${path}.`));
}

function rowFor({ rows }: Outcome, path: string): OutcomeRow | undefined {
  return rows.find((row) => row.path === path) ?? rows.find((row) => pathsOf(row).includes(path));
}

const captures: readonly string[] = ["rights.record", "rights.livestream", "rights.transcribe"];

function groupOf(path: string): string {
  if (captures.includes(path)) return "capture";
  return path.split(".").length > 2 ? path.slice(0, path.lastIndexOf(".")) : path;
}

/** Rights of one group that fare alike everywhere stand in one row. */
function keyOf(path: string, cells: DifferenceRow["cells"]): string {
  const marks: (Mark | undefined)[] = cells.map((cell) => cell?.mark);
  return path.startsWith("rights.") ? JSON.stringify([groupOf(path), marks]) : path;
}

/** Everything that any outcome says something about, in the order of reports, with what became of it at each vendor. */
export function differenceTable(outcomes: readonly Outcome[]): readonly DifferenceRow[] {
  const paths = new Set(outcomes.flatMap(({ rows }) => rows.flatMap((row) => pathsOf(row))));
  const sorted = [...paths].sort((a, b) => (order.get(a) ?? 1000) - (order.get(b) ?? 1000));
  const rows = new Map<string, { paths: string[]; cells: DifferenceRow["cells"] }>();
  for (const path of sorted) {
    const cells = outcomes.map((outcome) => rowFor(outcome, path));
    const key = keyOf(path, cells);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { paths: [path], cells });
    else known.paths.push(path);
  }
  return [...rows.values()].map(({ paths: together, cells }) => ({
    paths: together,
    cells,
    name: joinRights(together.map(pathName)),
  }));
}

/** `2 refused, 1 moved`: how many rows of each kind, the worst first. */
export function countMarks(rows: readonly OutcomeRow[], wordOf: (mark: Mark) => string): string {
  const kinds: readonly Mark[] = ["refused", "widened", "narrowed", "assumed", "advisory", "moved", "dropped", "exact"];
  return kinds
    .map((mark) => [mark, rows.filter((row) => row.mark === mark).length] as const)
    .filter(([, count]) => count > 0)
    .map(([mark, count]) => `${count} ${wordOf(mark)}`)
    .join(", ");
}

import type { TokenLine } from "./read-line.js";
import type { LineRemedy } from "./remedies.js";

/** The line of the output that belongs to line `line` of the input, with its line break. */
export function outputLine(
  line: number,
  { carried }: TokenLine,
  token: string,
  report: Readonly<Record<string, number>> | undefined,
): string {
  const beside = carried === "" ? "" : `${carried},`;
  const kinds = report === undefined ? "" : `,"report":${JSON.stringify(report)}`;
  return `{"line":${line},${beside}"token":${JSON.stringify(token)}${kinds}}\n`;
}

export interface RejectedLine {
  readonly code: string;
  readonly message: string;
  readonly paths: readonly string[];
  readonly remedies: readonly LineRemedy[];
  /** JSON text. */
  readonly id: string | undefined;
}

/** The line of the rejects: where, why, what would let it pass, and never the token. */
export function rejectLine(line: number, { code, message, paths, remedies, id }: RejectedLine): string {
  const own = id === undefined ? "" : `"id":${id},`;
  const where = paths.length === 0 ? "" : `"paths":${JSON.stringify(paths)},`;
  const cures = remedies.length === 0 ? "" : `,"remedies":${JSON.stringify(remedies)}`;
  return `{"line":${line},${own}"code":${JSON.stringify(code)},${where}"message":${JSON.stringify(message)}${cures}}\n`;
}

import type { TokenLine } from "./read-line.js";

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
  /** JSON text. */
  readonly id: string | undefined;
}

/** The line of the rejects: where, why, and never the token. */
export function rejectLine(line: number, { code, message, paths, id }: RejectedLine): string {
  const own = id === undefined ? "" : `"id":${id},`;
  const where = paths.length === 0 ? "" : `"paths":${JSON.stringify(paths)},`;
  return `{"line":${line},${own}"code":${JSON.stringify(code)},${where}"message":${JSON.stringify(message)}}\n`;
}

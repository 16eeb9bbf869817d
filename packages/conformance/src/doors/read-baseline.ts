import { existsSync, readFileSync } from "node:fs";
import { type Baseline, BaselineError, parseBaseline } from "../baseline/baseline.js";

const nothing: Baseline = { formatVersion: 1, entries: [] };

/**
 * Reads a baseline file; none is the same as an empty one.
 *
 * @throws BaselineError for a file that is there and is none.
 */
export function readBaseline(path: string | URL): Baseline {
  if (!existsSync(path)) return nothing;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new BaselineError("The baseline file is no JSON.");
  }
  return parseBaseline(value);
}

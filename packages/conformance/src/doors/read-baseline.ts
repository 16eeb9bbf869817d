import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Baseline, baselineOf } from "../baseline/baseline.js";

/**
 * Reads the baseline file that a test names.
 *
 * @throws BaselineError for a file that is not there, or is none.
 */
export function readBaseline(path: string | URL): Baseline {
  const text = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  return baselineOf(text, typeof path === "string" ? path : fileURLToPath(path));
}

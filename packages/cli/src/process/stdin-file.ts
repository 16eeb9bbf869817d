import { fstatSync, readFileSync } from "node:fs";

const standardInput = 0;

/**
 * Standard input's descriptor where it is a regular file (`< tokens.ndjson`) of which nothing was read before. Where a
 * system does not tell that, it is taken for a stream, which is right in any case.
 */
export function stdinFile(): number | undefined {
  try {
    if (!fstatSync(standardInput).isFile()) return undefined;
    return /^pos:\s*0$/m.test(readFileSync("/proc/self/fdinfo/0", "utf8")) ? standardInput : undefined;
  } catch {
    return undefined;
  }
}

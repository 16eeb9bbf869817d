import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Milliseconds; a folder with all that was built is removed slowly on a busy machine. */
const patience = 60_000;

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "roompass-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }), patience);
  return folder;
}

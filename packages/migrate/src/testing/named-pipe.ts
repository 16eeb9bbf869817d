import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";

/** Windows has none among its files. */
export const hasNamedPipes: boolean = process.platform !== "win32";

/** A pipe with a name, at whose other end nobody is: whoever opens it waits. */
export function namedPipe(): string {
  const path = join(temporaryFolder(), "pipe");
  const { status } = spawnSync("/usr/bin/env", ["mkfifo", path]);
  if (status !== 0) throw new Error("There is no `mkfifo`.");
  return path;
}

import { writeSync } from "node:fs";
import { lstat, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { initialise } from "../init/initialise.js";
import { subjectFromCommand } from "../protocol/subject-from-command.js";
import { guardExit } from "../run/guard-exit.js";
import { loadSubject } from "../subject/load-subject.js";
import type { Io } from "./io.js";
import { nodeWatchdog } from "./watchdog.js";

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return undefined;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return false;
    throw error;
  }
}

async function isEmptyFolder(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0;
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return true;
    if ((error as { code?: unknown }).code === "ENOTDIR") return false;
    throw error;
  }
}

/** The outside world of this process; `changes` replaces parts of it. */
export function nodeIo(changes: Partial<Io> = {}): Io {
  return {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? process.stderr.columns ?? 80,
    folder: process.cwd(),
    commandName: "npx @roompass/conformance",
    readText,
    isThere,
    async writeText(path, text) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    },
    isEmptyFolder,
    loadSubject,
    subjectFromCommand,
    initialise,
    guardExit: () => guardExit(process, (text) => writeSync(2, text)),
    watchdog: nodeWatchdog(),
    now: () => new Date(),
    steady: () => performance.now(),
    runtime: `node ${process.versions.node}`,
    ...changes,
  };
}

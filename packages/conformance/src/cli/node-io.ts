import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { loadSubject } from "../subject/load-subject.js";
import type { Io } from "./io.js";

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return undefined;
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
    async writeText(path, text) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    },
    loadSubject,
    now: () => new Date(),
    steady: () => performance.now(),
    runtime: `node ${process.versions.node}`,
    ...changes,
  };
}

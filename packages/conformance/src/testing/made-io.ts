import type { Case } from "../cases/case.js";
import type { ExitCode } from "../cli/exit-codes.js";
import type { Io } from "../cli/io.js";
import { run } from "../cli/run.js";
import { everyOutcome, madeSubject } from "./made-cases.js";

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that were written, by path below `/work`. */
  readonly written: Readonly<Record<string, string>>;
}

export interface MadeIo extends Partial<Io> {
  readonly cases?: readonly Case[];
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs the command in this process on a made adapter, with nothing of the real machine. */
export async function conformance(
  argv: readonly string[],
  { cases, files = {}, ...changes }: MadeIo = {},
): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  const written: Record<string, string> = {};
  const below = (path: string): string => path.replace(/^.*\/made\//, "");
  const code = await run(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    env: {},
    isTerminal: false,
    columns: 80,
    folder: "/made",
    commandName: "conformance",
    readText: async (path) => files[below(path)],
    isThere: async (path) => files[below(path)] !== undefined,
    writeText: async (path, text) => {
      written[below(path)] = text;
    },
    isEmptyFolder: async (path) => !Object.keys(files).some((name) => name.startsWith(`${below(path)}/`)),
    loadSubject: async () => ({ subject: madeSubject }),
    casesOf: () => cases ?? everyOutcome,
    now: () => new Date("2026-11-21T12:00:00Z"),
    steady: () => 0,
    runtime: "node 0",
    ...changes,
  });
  return { code, stdout, stderr, written };
}

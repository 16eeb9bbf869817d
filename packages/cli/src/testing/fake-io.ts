import type { Io } from "../io.js";
import { run } from "../run.js";

/** 21 November 2026, 12:00:00 UTC. */
export const now = 1_795_262_400;

export interface FakeOptions {
  readonly stdin?: string | AsyncIterable<Uint8Array>;
  readonly env?: Io["env"];
  readonly files?: Readonly<Record<string, string | AsyncIterable<Uint8Array>>>;
  /** Files that every user of the machine can read. */
  readonly openFiles?: readonly string[];
  readonly isTerminal?: boolean;
  readonly isErrorTerminal?: boolean;
  readonly isInputTerminal?: boolean;
  readonly columns?: number;
  readonly fetch?: Io["fetch"];
  readonly timeZone?: string;
  /** What happens until the command is asked to end, given what it prints first. Default: it is asked at once. */
  readonly untilStopped?: (printed: Promise<string>) => Promise<void>;
}

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON; fails when it is not one document. */
  json(): Record<string, unknown>;
}

class MissingFile extends Error {
  readonly code = "ENOENT";
}

/** Piece by piece, as a system gives it, and in the middle of characters. */
export async function* chunksOf(content: string | AsyncIterable<Uint8Array> | undefined): AsyncGenerator<Uint8Array> {
  if (content === undefined) throw new MissingFile("no such file");
  if (typeof content !== "string") {
    yield* content;
    return;
  }
  const bytes = new TextEncoder().encode(content);
  for (let start = 0; start < bytes.length; start += 4093) yield bytes.subarray(start, start + 4093);
}

/** Runs the command in this process, with a fixed clock and time zone and nothing of the real machine. */
export async function roompass(argv: readonly string[], options: FakeOptions = {}): Promise<Result> {
  let stdout = "";
  let stderr = "";
  let hasPrinted: (text: string) => void = () => {};
  const printed = new Promise<string>((resolve) => {
    hasPrinted = resolve;
  });
  const { files = {}, stdin = "", env = {}, isTerminal = false, columns = 80, timeZone = "UTC" } = options;
  const code = await run(argv, {
    stdin: () => chunksOf(stdin),
    stdout: (text) => {
      stdout += text;
      hasPrinted(stdout);
    },
    stderr: (text) => {
      stderr += text;
    },
    readFile: (path) => chunksOf(files[path]),
    isOpenToOthers: async (path) => options.openFiles?.includes(path) === true,
    env,
    isTerminal,
    isErrorTerminal: options.isErrorTerminal ?? isTerminal,
    isInputTerminal: options.isInputTerminal ?? false,
    columns,
    fetch: options.fetch ?? (() => Promise.reject(new Error("This test calls nobody."))),
    clock: () => now,
    untilStopped: async () => options.untilStopped?.(printed),
    timeZone,
  });
  return { code, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> };
}

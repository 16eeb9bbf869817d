import { createHash } from "node:crypto";
import { countLines, lineFeed } from "../lines/lines-of.js";
import { type MigrateCode, MigrateError, type MigrateErrorData } from "../migrate-error.js";
import { type Counts, isCounts, refusedLines } from "../work/counts.js";
import type { JobOptions } from "../work/job.js";
import type { ChunkResult } from "../work/process-chunk.js";

export const defaultQueueName = "roompass-migrate";
export const defaultSilenceMilliseconds = 30_000;

/** What a worker has to know of a run, and to have in common with it. */
export interface RunOfChunk extends Pick<JobOptions, "now" | "salt" | "report" | "lineBytes"> {
  readonly fingerprint: string;
}

/** A chunk as it waits in Redis: lines as they came, so that the machines need no disk in common. */
export interface ChunkData {
  readonly run: RunOfChunk;
  readonly firstLine: number;
  /** Base64; empty when there is an answer. */
  readonly lines: string;
  /** Here and not in what a job returns: that is told to everybody who listens, and kept for later listeners. */
  readonly answer?: ChunkAnswer;
}

/** A chunk's result as it waits in Redis. */
export interface ChunkAnswer {
  readonly output: string;
  readonly rejects: string;
  readonly counts: Counts;
}

/** Which chunk of its run a job is about. */
export function indexOfChunk(id: string | undefined): number {
  return Number(id?.split("-")[1] ?? Number.NaN);
}

/** One id for one chunk of one run, whoever hands it in and however often. */
export function chunkId(salt: string, index: number, lines: Buffer): string {
  return `${salt.slice(0, 16)}-${index}-${createHash("sha256").update(lines).digest("hex").slice(0, 16)}`;
}

export function writeAnswer({ output, rejects, counts }: ChunkResult): ChunkAnswer {
  return { output: output.toString("base64"), rejects: rejects.toString("base64"), counts };
}

function isLines(bytes: Buffer, count: number): boolean {
  return countLines(bytes) === count && (count === 0 || bytes.at(-1) === lineFeed);
}

/**
 * @param lines How many the chunk has; each has to be accounted for.
 * @throws MigrateError `migrate.queue` for what no worker of this program has written.
 */
export function readAnswer(value: unknown, lines: number): ChunkResult {
  const { output, rejects, counts } = (value ?? {}) as Partial<ChunkAnswer>;
  if (typeof output === "string" && typeof rejects === "string" && isCounts(counts) && counts.lines === lines) {
    const result = { output: Buffer.from(output, "base64"), rejects: Buffer.from(rejects, "base64"), counts };
    if (isLines(result.output, counts.moved) && isLines(result.rejects, refusedLines(counts))) return result;
  }
  throw new MigrateError("migrate.queue", "A worker answered with something that is no result.");
}

export function isChunkData(value: unknown): value is ChunkData {
  const { run, firstLine, lines } = (value ?? {}) as Partial<ChunkData>;
  const isRun =
    Number.isSafeInteger(run?.now) &&
    Number.isSafeInteger(run?.lineBytes) &&
    typeof run?.salt === "string" &&
    typeof run.fingerprint === "string" &&
    typeof run.report === "boolean";
  return isRun && Number.isSafeInteger(firstLine) && typeof lines === "string";
}

/** A worker's failure goes through Redis as the text of an error. */
export function writeFailure(error: MigrateError): string {
  return JSON.stringify(error);
}

/** What a worker can have to say; anything else is not from one. */
const codesOfWorkers: ReadonlySet<string> = new Set<MigrateCode>([
  "migrate.setup",
  "migrate.vendor",
  "migrate.worker",
  "migrate.queue",
]);

/** Nothing that would move the cursor of a terminal or hide what stands beside it. */
function isPlainText(value: unknown): value is string {
  return typeof value === "string" && /^\P{C}{1,1000}$/u.test(value);
}

export function readFailure(reason: string | undefined): MigrateError {
  try {
    const { code, message, cure } = JSON.parse(reason ?? "") as MigrateErrorData;
    const isPlain = isPlainText(message) && (cure === undefined || isPlainText(cure));
    if (isPlain && codesOfWorkers.has(code)) return new MigrateError(code, message, cure);
  } catch {
    // Another program's words; they may hold what it worked on.
  }
  return new MigrateError("migrate.queue", "A worker failed at a chunk.", "Look at what the worker says.");
}

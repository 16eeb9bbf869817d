import { setImmediate as breathe } from "node:timers/promises";
import { countLines, linesOf } from "../lines/lines-of.js";
import type { Counts } from "./counts.js";
import type { Job } from "./job.js";
import { type LineResult, processLine } from "./process-line.js";

/** What became of a chunk of lines. */
export interface ChunkResult {
  readonly output: Buffer;
  readonly rejects: Buffer;
  readonly counts: Counts;
}

/** How many lines are on their way at once where vendors are asked; the rate is limited apart from that. */
const askedAtOnce = 16;
/** Signatures are checked without a pause; signals and messages get through after so many lines. */
const linesWithoutPause = 64;

/**
 * Each line's result at its place, so that the order is that of the input. Lines are cut off one by one: a chunk of empty
 * ones has as many as it has bytes, and together they would need a hundred times its memory.
 */
async function processLines(chunk: Buffer, firstLine: number, job: Job): Promise<LineResult[]> {
  const results: LineResult[] = new Array<LineResult>(countLines(chunk));
  const lines = linesOf(chunk);
  let next = 0;
  let isOver = false;
  async function work(): Promise<void> {
    while (!isOver) {
      const line = lines.next();
      if (line.done === true) return;
      const index = next;
      next += 1;
      if (index % linesWithoutPause === linesWithoutPause - 1) await breathe();
      results[index] = await processLine(line.value, firstLine + index, job);
    }
  }
  const workers = Array.from({ length: job.asks ? askedAtOnce : 1 }, () =>
    work().catch((error: unknown) => {
      isOver = true;
      throw error;
    }),
  );
  await Promise.all(workers);
  return results;
}

/**
 * Moves every token of a chunk of whole lines. One bad line costs one line.
 *
 * @param firstLine The number of the chunk's first line, from 1.
 * @throws MigrateError or StoppedWaiting for what is the fault of no line; nothing of the chunk is kept then.
 */
export async function processChunk(chunk: Buffer, firstLine: number, job: Job): Promise<ChunkResult> {
  const output: string[] = [];
  const rejects: string[] = [];
  const refused: Record<string, number> = {};
  const kinds: Record<string, number> = {};
  const results = await processLines(chunk, firstLine, job);
  for (const result of results) {
    if (result.kind === "moved") {
      output.push(result.text);
      for (const [kind, count] of Object.entries(result.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count;
    } else if (result.kind === "refused") {
      rejects.push(result.text);
      refused[result.code] = (refused[result.code] ?? 0) + 1;
    }
  }
  const blank = results.length - output.length - rejects.length;
  return {
    output: Buffer.from(output.join("")),
    rejects: Buffer.from(rejects.join("")),
    counts: { lines: results.length, blank, moved: output.length, refused, kinds },
  };
}

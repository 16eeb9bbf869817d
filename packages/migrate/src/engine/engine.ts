import type { ChunkTask } from "../input/input.js";
import type { ChunkResult } from "../work/process-chunk.js";

/** Numbers of lines go from chunk to chunk, since only whoever reads a chunk knows how many lines it has. */
export interface LineNumbers {
  /** To be called as soon as the number of lines is known. */
  counted(lines: number): void;
  /** The number of the chunk's first line, known when all chunks before have been counted. */
  readonly first: Promise<number>;
}

/** Something that works on chunks, one or many at once. */
export interface Engine {
  readonly fingerprint: string;
  /** How many chunks are worth being on their way at once. */
  readonly atOnce: number;
  process(task: ChunkTask["content"], numbers: LineNumbers, index: number): Promise<ChunkResult>;
  /** A chunk's result was written down: whatever still holds it may let go. */
  written(index: number): Promise<void>;
  /** Everything is written down. */
  finished(): Promise<void>;
  /** The run is to stop: what waits for a vendor is given up; what only computes is soon done. */
  giveUp(): void;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** The file that workers read by themselves; absent where chunks carry their lines. */
export interface EngineFile {
  readonly fd: number;
  readonly size: number;
}

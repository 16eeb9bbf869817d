import type { MigrationInput } from "./input/input.js";
import type { ByteWriter } from "./output/stream-sink.js";
import type { QueueOptions } from "./queue/queue-options.js";
import type { Setup } from "./setup.js";
import type { Counts } from "./work/counts.js";

/** How far a run is. */
export interface Progress {
  /** Of everything, what was done before a resumption included. */
  readonly counts: Counts;
  /** Bytes of the input that are done. */
  readonly inputBytes: number;
  /** Bytes of the input altogether; absent where nobody knows. */
  readonly totalBytes?: number;
  /** Tokens and lines that this very run has worked on. */
  readonly linesOfThisRun: number;
  /** Bytes of the input that this very run has worked on. */
  readonly inputBytesOfThisRun: number;
}

/** What is moved, by whom, and where it goes. */
export interface MigrateOptions {
  /**
   * The address of a module that exports `setup`, which each worker thread loads; or `setup` itself, for work in this
   * thread alone.
   */
  readonly setup: URL | Setup;
  /** Handed to `setup`. It goes to threads as a copy, and nowhere else. */
  readonly data?: unknown;
  /** Unix seconds, the time of the whole run. A resumed run goes by the time of its journal. */
  readonly now: number;
  /** The file or the stream that the lines come from. */
  readonly input: MigrationInput;
  /** A path, or something that is written to; then nothing can be resumed. */
  readonly output: string | ByteWriter;
  /** Path of the file for lines that are refused; made when there is one. */
  readonly rejects: string;
  /** Path of the journal. Default: the output's with `.journal`; `false` for none, and then nothing can be resumed. */
  readonly journal?: string | false;
  /** Threads. Default: as many as there are processors. */
  readonly workers?: number;
  /** Hands the chunks to worker processes in place of threads. */
  readonly queue?: QueueOptions;
  /** Adds the number of report entries, by kind, to each output line. */
  readonly report?: boolean;
  /** Replaces output, rejects and journal of an earlier run. */
  readonly restart?: boolean;
  /** Stops the run; what is done is written and noted down. */
  readonly signal?: AbortSignal;
  /** Called when a run begins and whenever something was written. */
  readonly onProgress?: (progress: Progress) => void;
  /** Bytes of the input that a worker takes at once. Default 131072; a resumed run goes by its journal. */
  readonly chunkBytes?: number;
  /** Longest line, in bytes; longer ones are refused. Default 65536. */
  readonly lineBytes?: number;
}

/** What became of a run. */
export interface MigrateSummary {
  /** Of everything, what was done before a resumption included. */
  readonly counts: Counts;
  /** `false` when it was stopped before the end of the input. */
  readonly complete: boolean;
  /** Lines that were done before this run, from the journal. */
  readonly resumedAt: number;
  /** Unix seconds: the time that the tokens were issued by. */
  readonly now: number;
  /** Of the whole output, in hexadecimal. */
  readonly outputSha256: string;
  /** What is worth knowing, such as an input that grew meanwhile. */
  readonly notes: readonly string[];
}

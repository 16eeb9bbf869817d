import { createHash } from "node:crypto";
import { type Checkpoint, type FoundJournal, Journal, type JournalHeader } from "../journal/journal.js";
import type { MigrateOptions } from "../migrate-options.js";
import { FileSink, type Sink, type Written } from "../output/file-sink.js";
import { StreamSink } from "../output/stream-sink.js";
import { addCounts, noCounts } from "../work/counts.js";
import type { ChunkDone } from "./run-chunks.js";

interface ResultsOptions {
  readonly options: MigrateOptions;
  readonly journal: string | undefined;
  readonly found: FoundJournal | undefined;
  readonly header: Omit<JournalHeader, "journal">;
  readonly totalBytes: number | undefined;
}

/** Everything that a run writes: output, rejects, journal, and what it tells about how far it is. */
export interface Results {
  /** What is done by now. */
  readonly last: Checkpoint;
  write(done: readonly ChunkDone[]): Promise<void>;
  /** The input is at its end. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

const nothing: Written = { bytes: 0, sha256: createHash("sha256").digest("hex") };
const beginning: Checkpoint = {
  chunks: 0,
  input: { bytes: 0 },
  output: nothing,
  rejects: nothing,
  counts: noCounts,
};

type Name = "output" | "rejects";
const names = { output: "The output", rejects: "The file of rejects" } as const;

/**
 * What is in a file beyond what was noted down is the run's own where what was noted down is in it, or where it has the
 * name that the run began with. A run that is complete has left nothing of the kind.
 */
function mayCut({ found, header }: ResultsOptions, name: Name, { complete, ...last }: Checkpoint): boolean {
  const place = name === "output" ? 0 : 1;
  return complete !== true && (last[name].bytes > 0 || found?.header.files[place] === header.files[place]);
}

async function openSink(path: string, name: Name, given: ResultsOptions, last: Checkpoint): Promise<Sink> {
  const { found, options } = given;
  if (found !== undefined) return FileSink.resume(path, names[name], last[name], mayCut(given, name, last));
  return FileSink.begin(path, names[name], options.restart === true, name);
}

async function openSinks(given: ResultsOptions, last: Checkpoint): Promise<{ output: Sink; rejects: Sink }> {
  const { output: to, rejects: path } = given.options;
  const output = typeof to === "string" ? await openSink(to, "output", given, last) : new StreamSink(to);
  try {
    return { output, rejects: await openSink(path, "rejects", given, last) };
  } catch (error) {
    await output.close();
    throw error;
  }
}

/** @throws MigrateError where a file is in the way, or is not what the journal says. */
export async function openResults(given: ResultsOptions): Promise<Results> {
  const { options, journal: path, found, header } = given;
  let last = found?.last ?? beginning;
  const begun = last;
  const { output, rejects } = await openSinks(given, last);
  let journal: Journal | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([output.close(), rejects.close(), journal?.close()]);
  };

  const tell = (): void =>
    options.onProgress?.({
      counts: last.counts,
      inputBytes: last.input.bytes,
      ...(given.totalBytes === undefined ? {} : { totalBytes: given.totalBytes }),
      linesOfThisRun: last.counts.lines - begun.counts.lines,
      inputBytesOfThisRun: last.input.bytes - begun.input.bytes,
    });
  const note = async (checkpoint: Checkpoint): Promise<void> => {
    if (journal !== undefined) {
      // What the journal says is done has to be on the device before the journal says so.
      await Promise.all([output.sync(), rejects.sync()]);
      await journal.note(checkpoint);
    }
    last = checkpoint;
  };

  try {
    if (path !== undefined) journal = await (found ? Journal.resume(path, found) : Journal.begin(path, header));
    await Promise.all([output.clear(), rejects.clear()]);
    if (last.complete !== true) await output.make();
    tell();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get last() {
      return last;
    },
    async write(done) {
      const newest = done.at(-1);
      if (newest === undefined) return;
      for (const { result } of done) {
        await output.write(result.output);
        await rejects.write(result.rejects);
      }
      await note({
        chunks: newest.index + 1,
        input: newest.task.end,
        output: output.written,
        rejects: rejects.written,
        counts: done.reduce((sum, { result }) => addCounts(sum, result.counts), last.counts),
      });
      tell();
    },
    finish: () => note({ ...last, complete: true }),
    close,
  };
}

import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { dirname, relative, resolve } from "node:path";
import type { Engine } from "./engine/engine.js";
import { createInlineEngine } from "./engine/inline-engine.js";
import { readyJob } from "./engine/load-setup.js";
import { createThreadEngine } from "./engine/thread-engine.js";
import { checkSameInput, type OpenInput, openInput } from "./input/input.js";
import { type FoundJournal, readJournal } from "./journal/journal.js";
import { MigrateError } from "./migrate-error.js";
import type { MigrateOptions, MigrateSummary } from "./migrate-options.js";
import { createQueueEngine } from "./queue/queue-engine.js";
import { checkFiles } from "./run/check-files.js";
import { lockFiles } from "./run/lock-files.js";
import { openResults } from "./run/results.js";
import { runChunks } from "./run/run-chunks.js";
import type { JobOptions } from "./work/job.js";
import {
  defaultChunkBytes,
  defaultLineBytes,
  largestChunkBytes,
  smallestChunkBytes,
  smallestLineBytes,
} from "./work/sizes.js";

function wrong(path: string, wanted: string): never {
  throw new MigrateError("migrate.options", `\`${path}\` is not ${wanted}.`);
}

function checkCount(value: number | undefined, path: string, least: number, most: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= least && value <= most)) return;
  wrong(path, `a whole number from ${least} to ${most}`);
}

function checkOptions({ now, workers, chunkBytes, lineBytes, output, journal }: MigrateOptions): void {
  checkCount(now, "now", 1, 99_999_999_999);
  checkCount(workers, "workers", 1, 1024);
  checkCount(chunkBytes, "chunkBytes", smallestChunkBytes, largestChunkBytes);
  checkCount(lineBytes, "lineBytes", smallestLineBytes, largestChunkBytes);
  if ((lineBytes ?? defaultLineBytes) >= (chunkBytes ?? defaultChunkBytes))
    wrong("lineBytes", "less than `chunkBytes`");
  if (typeof output !== "string" && typeof journal === "string") {
    const cure = "Give the path of a file as `output`, or leave the journal out.";
    throw new MigrateError("migrate.options", "A stream cannot be gone back in, so that a journal is of no use.", cure);
  }
}

function journalPath({ output, journal }: MigrateOptions): string | undefined {
  if (typeof output !== "string" || journal === false) return undefined;
  return journal ?? `${output}.journal`;
}

async function createEngine(
  options: MigrateOptions,
  job: JobOptions,
  input: OpenInput,
  chunksDone: number,
): Promise<Engine> {
  const { setup, data, queue, restart } = options;
  const source = setup instanceof URL ? setup.href : setup;
  if (queue !== undefined) {
    return createQueueEngine(await readyJob(source, data, job), queue, { isNew: restart === true, chunksDone });
  }
  if (typeof source !== "string") return createInlineEngine(await readyJob(source, data, job), input.file);
  return createThreadEngine({ setup: source, data, options: job, file: input.file }, job.threads);
}

function jobOptions(options: MigrateOptions, found: FoundJournal | undefined): JobOptions {
  const isThreaded = options.setup instanceof URL && options.queue === undefined;
  return {
    now: found?.header.now ?? options.now,
    salt: found?.header.salt ?? randomBytes(16).toString("hex"),
    report: options.report === true,
    lineBytes: options.lineBytes ?? defaultLineBytes,
    threads: isThreaded ? (options.workers ?? availableParallelism()) : 1,
  };
}

/** A run that met no token has nothing to go on from, and its input may have been filled since. */
function withSomethingDone(found: FoundJournal | undefined): FoundJournal | undefined {
  const last = found?.last;
  return last?.complete === true && last.counts.lines === last.counts.blank ? undefined : found;
}

function checkSameRun(found: FoundJournal | undefined, engine: Engine, input: OpenInput): void {
  if (found === undefined) return;
  checkSameInput(input.identity, found.header.input);
  if (found.header.fingerprint === engine.fingerprint) return;
  throw new MigrateError(
    "migrate.journal",
    "The journal is of another run: other vendors, accounts, keys, policy or options.",
    "Give those that it began with.",
    { canRestart: true },
  );
}

/** So that a folder may be moved as a whole. */
function filesBeside(journal: string | undefined, { output, rejects }: MigrateOptions): string[] {
  const folder = dirname(resolve(journal ?? ""));
  return [typeof output === "string" ? relative(folder, resolve(output)) : "", relative(folder, resolve(rejects))];
}

async function run(options: MigrateOptions, journal: string | undefined, input: OpenInput): Promise<MigrateSummary> {
  const found = journal === undefined || options.restart === true ? undefined : withSomethingDone(readJournal(journal));
  const job = jobOptions(options, found);
  const engine = await createEngine(options, job, input, found?.last?.chunks ?? 0);
  try {
    checkSameRun(found, engine, input);
    const chunkBytes = found?.header.chunkBytes ?? options.chunkBytes ?? defaultChunkBytes;
    const { now, salt } = job;
    const files = filesBeside(journal, options);
    const header = { now, salt, fingerprint: engine.fingerprint, chunkBytes, input: input.identity, files };
    const results = await openResults({ options, journal, found, header, totalBytes: input.file?.size });
    try {
      const { last } = results;
      let complete = last.complete === true;
      if (!complete) {
        complete = await runChunks({
          tasks: input.tasks(last.input, { chunkBytes, lineBytes: job.lineBytes }),
          engine,
          firstIndex: last.chunks,
          linesBefore: last.counts.lines,
          write: async (done) => {
            await results.write(done);
            await Promise.all(done.map(({ index }) => engine.written(index)));
          },
          signal: options.signal ?? new AbortController().signal,
        });
        if (complete) await results.finish();
      }
      if (complete) await engine.finished();
      const changed = input.changed();
      return {
        counts: results.last.counts,
        complete,
        resumedAt: last.counts.lines,
        now,
        outputSha256: results.last.output.sha256,
        notes: changed === undefined ? [] : [changed],
      };
    } finally {
      await results.close();
    }
  } finally {
    await engine.close();
  }
}

/**
 * Moves a stream of tokens from one vendor to another: verified, translated, issued again. The output has the order of the
 * input; a line that is refused goes to the rejects with its reason, and costs no other line. With a journal a run that
 * was killed goes on when it is started again, and in the end the output is what it would have been.
 *
 * @throws MigrateError for what stops the whole run. What was done before is kept.
 */
export async function migrate(options: MigrateOptions): Promise<MigrateSummary> {
  checkOptions(options);
  const journal = journalPath(options);
  checkFiles(options, journal);
  const unlock = lockFiles(options, journal);
  try {
    const input = openInput(options.input, options.queue !== undefined);
    try {
      return await run(options, journal, input);
    } finally {
      input.close();
    }
  } finally {
    unlock();
  }
}

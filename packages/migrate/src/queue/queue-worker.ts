import type { Engine } from "../engine/engine.js";
import { createInlineEngine } from "../engine/inline-engine.js";
import { readyJob } from "../engine/load-setup.js";
import { createThreadEngine } from "../engine/thread-engine.js";
import { MigrateError } from "../migrate-error.js";
import type { Setup } from "../setup.js";
import type { JobOptions } from "../work/job.js";
import {
  type ChunkData,
  defaultQueueName,
  defaultSilenceMilliseconds,
  isChunkData,
  type RunOfChunk,
  writeAnswer,
  writeFailure,
} from "./chunk-job.js";
import type { QueueOptions } from "./queue-options.js";
import { closeAll, closeWhenDone, foreignJob, isForeign, loadBullMq, redisAddress, untilConnected } from "./redis.js";

/** What one worker process takes part with. */
export interface QueueWorkerOptions {
  /** As for `migrate`, and the same: a worker that was set up otherwise does not take part. */
  readonly setup: URL | Setup;
  /** Handed to `setup`. */
  readonly data?: unknown;
  /** Where the queue of the run is. */
  readonly queue: QueueOptions;
  /** Threads. Default 1. */
  readonly workers?: number;
  /** Ends the worker when it has finished the chunks that it is working on. */
  readonly signal: AbortSignal;
  /** Called when a chunk was begun and when it is done. */
  readonly onChunk?: (event: { readonly state: "begun" | "done"; readonly firstLine: number }) => void;
}

/** A chunk may lose any number of workers; it is never the chunk's fault. */
const mostTakeovers = 1000;

async function createEngine(options: QueueWorkerOptions, run: RunOfChunk): Promise<Engine> {
  const { setup, data, workers = 1 } = options;
  const { now, salt, report, lineBytes } = run;
  const job: JobOptions = { now, salt, report, lineBytes, threads: setup instanceof URL ? workers : 1 };
  if (!(setup instanceof URL)) return createInlineEngine(await readyJob(setup, data, job), undefined);
  return createThreadEngine({ setup: setup.href, data, options: job, file: undefined }, workers);
}

/** One engine at a time: for the run whose chunks there are. */
class EngineOfRun {
  readonly #options: QueueWorkerOptions;
  #key = "";
  #engine: Promise<Engine> | undefined;

  constructor(options: QueueWorkerOptions) {
    this.#options = options;
  }

  async for(run: RunOfChunk): Promise<Engine> {
    const key = JSON.stringify(run);
    if (this.#engine === undefined || key !== this.#key) {
      const before = this.#engine;
      this.#key = key;
      this.#engine = createEngine(this.#options, run);
      await before?.then((engine) => engine.close());
    }
    return this.#engine;
  }

  async close(): Promise<void> {
    await this.#engine?.then((engine) => engine.close()).catch(() => undefined);
  }
}

/**
 * Takes chunks from a queue and works on them until it is told to end.
 *
 * @throws MigrateError `migrate.queue` when Redis cannot be reached or the run's fingerprint is not this worker's;
 *   `migrate.setup`.
 */
export async function runQueueWorker(options: QueueWorkerOptions): Promise<void> {
  const connection = redisAddress(options.queue);
  const { Queue, Worker, UnrecoverableError, WaitingError } = await loadBullMq();
  const engines = new EngineOfRun(options);
  let failure: MigrateError | undefined;
  let stop: () => void = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  if (options.signal.aborted) stop();
  options.signal.addEventListener("abort", stop, { once: true });

  /** By a connection of its own: the worker's waits for Redis to come back, however long that takes. */
  async function isThere(): Promise<boolean> {
    const probe = new Queue(name, { connection });
    try {
      await untilConnected(probe);
      return true;
    } catch {
      return false;
    } finally {
      await closeAll(probe.close());
    }
  }

  async function engineFor(data: unknown): Promise<Engine> {
    if (!isChunkData(data)) throw foreignJob();
    const engine = await engines.for(data.run);
    if (engine.fingerprint === data.run.fingerprint) return engine;
    const cure = "Start it with the options, the keys and the version that the run was started with.";
    throw new MigrateError("migrate.queue", "This worker is set up otherwise than the run in the queue.", cure);
  }

  const name = options.queue.name ?? defaultQueueName;
  const silence = options.queue.silenceMilliseconds ?? defaultSilenceMilliseconds;
  const worker = new Worker<ChunkData, void, string>(
    name,
    async (job, token) => {
      let engine: Engine;
      try {
        engine = await engineFor(job.data);
      } catch (error) {
        // Another worker may be set up rightly; this one is not, and takes nothing more.
        failure = error instanceof MigrateError ? error : new MigrateError("migrate.worker", "The worker failed.");
        stop();
        await job.moveToWait(token);
        throw new WaitingError();
      }
      const { firstLine, lines, answer } = job.data;
      // Worked out by somebody who was gone before he could say so.
      if (answer !== undefined) return;
      options.onChunk?.({ state: "begun", firstLine });
      try {
        const content = { kind: "bytes", bytes: Buffer.from(lines, "base64") } as const;
        const numbers = { counted: () => undefined, first: Promise.resolve(firstLine) };
        const result = await engine.process(content, numbers, 0);
        await job.updateData({ ...job.data, lines: "", answer: writeAnswer(result) });
        options.onChunk?.({ state: "done", firstLine });
      } catch (error) {
        const known = error instanceof MigrateError ? error : new MigrateError("migrate.worker", "The worker failed.");
        throw new UnrecoverableError(writeFailure(known));
      }
    },
    {
      connection,
      concurrency: options.setup instanceof URL ? (options.workers ?? 1) : 1,
      lockDuration: silence,
      stalledInterval: silence,
      maxStalledCount: mostTakeovers,
      drainDelay: 1,
    },
  );
  worker.on("error", (error) => {
    if (!isForeign(error)) return;
    failure = foreignJob();
    stop();
  });
  try {
    await untilConnected(worker);
    await stopped;
  } catch (error) {
    await closeAll(worker.close(true));
    throw error;
  } finally {
    options.signal.removeEventListener("abort", stop);
  }
  await closeWhenDone(worker, isThere);
  await engines.close();
  if (failure !== undefined) throw failure;
}

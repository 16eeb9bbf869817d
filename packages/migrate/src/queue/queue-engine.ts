import type { Job as BullJob, Queue } from "bullmq";
import type { Engine } from "../engine/engine.js";
import { countLines } from "../lines/lines-of.js";
import { MigrateError } from "../migrate-error.js";
import type { Job } from "../work/job.js";
import type { ChunkResult } from "../work/process-chunk.js";
import { StoppedWaiting } from "../work/rate-limit.js";
import { type ChunkData, chunkId, defaultQueueName, indexOfChunk, readAnswer, readFailure } from "./chunk-job.js";
import type { QueueOptions } from "./queue-options.js";
import { closeAll, loadBullMq, redisAddress, untilConnected } from "./redis.js";

type ChunkQueue = Queue<ChunkData, void, string>;

interface Waiting {
  readonly data: ChunkData;
  resolve(result: ChunkResult): void;
  reject(error: unknown): void;
}

/** Chunks in Redis at once, apart from those that wait for an earlier one. */
const chunksAtOnce = 16;
/** Events wake up whoever waits; should one get lost, it is noticed after this long. */
const lookMilliseconds = 1000;

/** A run as the queue finds it. */
export interface RunInQueue {
  /** Whatever is in the queue belongs to an earlier run, and goes. */
  readonly isNew: boolean;
  /** Chunks whose results were written down before. */
  readonly chunksDone: number;
}

/** A queue of one name serves one run; what another one left is not ours to throw away. */
async function claim(queue: ChunkQueue, salt: string, { isNew, chunksDone }: RunInQueue): Promise<void> {
  if (isNew) await queue.obliterate({ force: true });
  const jobs = await queue.getJobs(["wait", "active", "delayed", "prioritized", "completed", "failed"]);
  if (jobs.every((job) => job?.data?.run?.salt === salt)) {
    await Promise.all(jobs.filter(({ id }) => indexOfChunk(id) < chunksDone).map((job) => job.remove()));
    return;
  }
  throw new MigrateError(
    "migrate.queue",
    "The queue holds chunks of another run.",
    "Let that run come to its end, start anew with the queue emptied, or give the queue another name.",
  );
}

/** Hands chunks in, and takes results out. */
class ChunkCoordinator {
  readonly #queue: ChunkQueue;
  readonly #waiting = new Map<string, Waiting>();
  readonly #ids = new Map<number, string>();

  constructor(queue: ChunkQueue) {
    this.#queue = queue;
  }

  async add(data: ChunkData, index: number, lines: Buffer): Promise<ChunkResult> {
    const id = chunkId(data.run.salt, index, lines);
    this.#ids.set(index, id);
    const left = await this.#queue.getJob(id);
    // What failed before this run was resumed is tried again; what was done is taken as it is.
    if (left?.failedReason !== undefined && left.finishedOn !== undefined) await left.remove();
    const result = new Promise<ChunkResult>((resolve, reject) => this.#waiting.set(id, { data, resolve, reject }));
    result.catch(() => undefined);
    await this.#handIn(id, data);
    await this.look(id);
    return result;
  }

  /** Looks whether a chunk is done; one that Redis has lost is handed in again. */
  async look(id: string): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    const job: BullJob<ChunkData, void> | undefined = await this.#queue.getJob(id);
    if (job === undefined) {
      await this.#handIn(id, waiting.data);
      return;
    }
    if (job.finishedOn === undefined || !this.#waiting.delete(id)) return;
    try {
      if (job.failedReason === undefined || job.failedReason === "") waiting.resolve(readAnswer(job.data.answer));
      else waiting.reject(readFailure(job.failedReason));
    } catch (error) {
      waiting.reject(error);
    }
  }

  async lookAtAll(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((id) => this.look(id)));
  }

  /** The result is written down, and its tokens have no business in Redis any more. */
  async forget(index: number): Promise<void> {
    const id = this.#ids.get(index);
    this.#ids.delete(index);
    if (id !== undefined) await this.#queue.remove(id);
  }

  giveUp(): void {
    for (const { reject } of this.#waiting.values()) reject(new StoppedWaiting());
    this.#waiting.clear();
  }

  /** What nobody works on is taken back, so that no tokens stay behind. */
  async takeBack(): Promise<void> {
    await Promise.all([...this.#ids.values()].map((id) => this.#queue.remove(id).catch(() => undefined)));
  }

  async #handIn(id: string, data: ChunkData): Promise<void> {
    await this.#queue.add("chunk", data, { jobId: id });
  }
}

/**
 * Works by handing chunks to worker processes, on any number of machines. A chunk has one id, so that it is there once
 * whoever hands it in again, and its result is the same whoever works it out.
 *
 * @throws MigrateError `migrate.queue`, `migrate.options`
 */
export async function createQueueEngine(job: Job, options: QueueOptions, found: RunInQueue): Promise<Engine> {
  const connection = redisAddress(options);
  const name = options.name ?? defaultQueueName;
  const { Queue, QueueEvents } = await loadBullMq();
  const queue: ChunkQueue = new Queue(name, { connection });
  const events = new QueueEvents(name, { connection });
  const end = async (): Promise<void> => {
    await closeAll(events.close(), queue.close());
  };
  const { now, salt, report, lineBytes } = job.options;
  try {
    await untilConnected(queue, events);
    await claim(queue, salt, found);
  } catch (error) {
    await end();
    throw error;
  }
  const coordinator = new ChunkCoordinator(queue);
  const look = (id: string): void => void coordinator.look(id).catch(() => undefined);
  events.on("completed", ({ jobId }) => look(jobId));
  events.on("failed", ({ jobId }) => look(jobId));
  const timer = setInterval(() => void coordinator.lookAtAll().catch(() => undefined), lookMilliseconds);
  const run = { now, salt, report, lineBytes, fingerprint: job.fingerprint };
  return {
    fingerprint: job.fingerprint,
    atOnce: chunksAtOnce,
    async process(content, numbers, index) {
      if (content.kind !== "bytes") throw new MigrateError("migrate.queue", "A chunk in a queue carries its lines.");
      numbers.counted(countLines(content.bytes));
      const firstLine = await numbers.first;
      return coordinator.add({ run, firstLine, lines: content.bytes.toString("base64") }, index, content.bytes);
    },
    written: (index) => coordinator.forget(index),
    // Not one token stays behind.
    finished: () => queue.obliterate({ force: true }),
    giveUp: () => coordinator.giveUp(),
    async close() {
      clearInterval(timer);
      coordinator.giveUp();
      await coordinator.takeBack();
      await end();
    },
  };
}

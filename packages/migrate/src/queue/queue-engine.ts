import type { Queue } from "bullmq";
import type { Engine } from "../engine/engine.js";
import { countLines } from "../lines/lines-of.js";
import { MigrateError } from "../migrate-error.js";
import type { Job } from "../work/job.js";
import { ChunkCoordinator } from "./chunk-coordinator.js";
import { type ChunkData, defaultQueueName, indexOfChunk } from "./chunk-job.js";
import type { QueueOptions } from "./queue-options.js";
import { closeAll, loadBullMq, queueFailure, redisAddress, untilConnected } from "./redis.js";

type ChunkQueue = Queue<ChunkData, void, string>;

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
    "Let that run come to its end, or give the queue another name.",
    { canRestart: true },
  );
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
    throw queueFailure(error);
  }
  const coordinator = new ChunkCoordinator(queue);
  const look = (id: string): void => void coordinator.look(id);
  events.on("completed", ({ jobId }) => look(jobId));
  events.on("failed", ({ jobId }) => look(jobId));
  const timer = setInterval(() => void coordinator.lookAtAll(), lookMilliseconds);
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
    finished: () =>
      queue.obliterate({ force: true }).catch((error: unknown) => {
        throw queueFailure(error);
      }),
    giveUp: () => coordinator.giveUp(),
    async close() {
      clearInterval(timer);
      coordinator.giveUp();
      await closeAll(coordinator.takeBack());
      await end();
    },
  };
}

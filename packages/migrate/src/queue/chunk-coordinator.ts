import type { Job as BullJob, Queue } from "bullmq";
import { countLines } from "../lines/lines-of.js";
import type { ChunkResult } from "../work/process-chunk.js";
import { StoppedWaiting } from "../work/rate-limit.js";
import { type ChunkData, chunkId, readAnswer, readFailure } from "./chunk-job.js";
import { queueFailure } from "./redis.js";

export type ChunkQueue = Pick<Queue<ChunkData, void, string>, "add" | "getJob" | "remove">;

interface Waiting {
  readonly data: ChunkData;
  readonly lines: number;
  isHandedIn: boolean;
  resolve(result: ChunkResult): void;
  reject(error: unknown): void;
}

/** Hands chunks in, and takes results out. */
export class ChunkCoordinator {
  readonly #queue: ChunkQueue;
  readonly #waiting = new Map<string, Waiting>();
  readonly #ids = new Map<number, string>();
  readonly #forgetting = new Set<() => void>();
  #isOver = false;

  constructor(queue: ChunkQueue) {
    this.#queue = queue;
  }

  /** @throws MigrateError what the chunk failed with, or `migrate.queue`; StoppedWaiting when the run is to end. */
  add(data: ChunkData, index: number, lines: Buffer): Promise<ChunkResult> {
    if (this.#isOver) return Promise.reject(new StoppedWaiting());
    const id = chunkId(data.run.salt, index, lines);
    this.#ids.set(index, id);
    return new Promise<ChunkResult>((resolve, reject) => {
      const waiting = { data, lines: countLines(lines), isHandedIn: false, resolve, reject };
      this.#waiting.set(id, waiting);
      void this.#attempt(id, () => this.#begin(id, waiting));
    });
  }

  /** Looks whether a chunk is done; one that Redis has lost is handed in again. */
  look(id: string): Promise<void> {
    return this.#attempt(id, async () => {
      const waiting = this.#waiting.get(id);
      if (waiting?.isHandedIn !== true) return;
      const job: BullJob<ChunkData, void> | undefined = await this.#queue.getJob(id);
      if (job === undefined) {
        if (this.#waiting.has(id)) await this.#handIn(id, waiting.data);
        return;
      }
      if (job.finishedOn === undefined || !this.#waiting.has(id)) return;
      if (job.failedReason !== undefined && job.failedReason !== "") throw readFailure(job.failedReason);
      waiting.resolve(readAnswer(job.data.answer, waiting.lines));
      this.#waiting.delete(id);
    });
  }

  async lookAtAll(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((id) => this.look(id)));
  }

  /**
   * The result is written down, and its tokens have no business in Redis any more.
   *
   * @throws MigrateError `migrate.queue`
   */
  async forget(index: number): Promise<void> {
    const id = this.#ids.get(index);
    this.#ids.delete(index);
    if (id === undefined || this.#isOver) return;
    await new Promise<void>((resolve, reject) => {
      // A Redis that has gone away answers when it comes back, for which a run that is to end does not wait.
      this.#forgetting.add(resolve);
      const done = (): void => void this.#forgetting.delete(resolve);
      this.#queue
        .remove(id)
        .then(
          () => resolve(),
          (error: unknown) => reject(queueFailure(error)),
        )
        .finally(done);
    });
  }

  giveUp(): void {
    this.#isOver = true;
    for (const { reject } of this.#waiting.values()) reject(new StoppedWaiting());
    this.#waiting.clear();
    for (const goOn of this.#forgetting) goOn();
  }

  /** What nobody works on is taken back, so that no tokens stay behind. */
  async takeBack(): Promise<void> {
    await Promise.all([...this.#ids.values()].map((id) => this.#queue.remove(id).catch(() => undefined)));
  }

  async #begin(id: string, waiting: Waiting): Promise<void> {
    const left = await this.#queue.getJob(id);
    // What failed before this run was resumed is tried again; what was done is taken as it is.
    if (left?.failedReason !== undefined && left.finishedOn !== undefined) await left.remove();
    if (this.#isOver) return;
    await this.#handIn(id, waiting.data);
    waiting.isHandedIn = true;
    await this.look(id);
  }

  async #handIn(id: string, data: ChunkData): Promise<void> {
    await this.#queue.add("chunk", data, { jobId: id });
  }

  /** A chunk that cannot be asked about would be waited for without end: it fails. */
  async #attempt(id: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#waiting.get(id)?.reject(queueFailure(error));
      this.#waiting.delete(id);
    }
  }
}

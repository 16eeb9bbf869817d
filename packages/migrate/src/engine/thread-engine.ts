import { Worker } from "node:worker_threads";
import type { ChunkTask } from "../input/input.js";
import { errorName, MigrateError } from "../migrate-error.js";
import type { ChunkResult } from "../work/process-chunk.js";
import type { Engine, LineNumbers } from "./engine.js";
import { type FromThread, ownBytes, type ThreadData, type ToThread } from "./messages.js";

type Ready = Extract<FromThread, { type: "ready" }>;

interface Work {
  readonly index: number;
  readonly content: ChunkTask["content"];
  readonly numbers: LineNumbers;
  resolve(result: ChunkResult): void;
  reject(error: unknown): void;
}

/** Young objects of one thread, in MiB: a token's are many and die at once, so that more room makes collecting rare. */
const youngMebibytes = 16;

function chunkMessage({ content }: Work): { message: ToThread; transferred: ArrayBuffer[] } {
  if (content.kind === "range") return { message: { type: "chunk", content }, transferred: [] };
  const bytes = ownBytes(content.bytes);
  return { message: { type: "chunk", content: { kind: "bytes", bytes } }, transferred: [bytes] };
}

/** Is told that a thread has finished a chunk, and where its results are. */
type Done = (thread: Thread, index: number, memory: readonly ArrayBuffer[]) => void;

/** One thread and the chunk that it works on. */
class Thread {
  readonly ready: Promise<Ready>;
  readonly #worker: Worker;
  readonly #done: Done;
  #work: Work | undefined;
  #failure: MigrateError | undefined;

  constructor(data: ThreadData, module: URL, done: Done) {
    this.#done = done;
    this.#worker = new Worker(module, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: youngMebibytes },
    });
    this.ready = new Promise((resolve, reject) => {
      const end = (error: MigrateError): void => {
        this.#failure = error;
        reject(error);
        this.#work?.reject(error);
      };
      this.#worker.on("message", (message: FromThread) => {
        if (message.type === "ready") resolve(message);
        else if (message.type === "failed")
          end(new MigrateError(message.error.code, message.error.message, message.error.cure));
        else this.#receive(message);
      });
      const died = (why: string): void => end(new MigrateError("migrate.worker", `A worker thread ended${why}.`));
      this.#worker.on("error", (error: unknown) => died(` (${errorName(error)})`));
      this.#worker.on("exit", () => died(""));
    });
  }

  start(work: Work): void {
    if (this.#failure !== undefined) {
      work.reject(this.#failure);
      return;
    }
    this.#work = work;
    const { message, transferred } = chunkMessage(work);
    this.#worker.postMessage(message, transferred);
  }

  /** Hands back the memory of results that were written out. */
  take(memory: readonly ArrayBuffer[]): void {
    if (this.#failure === undefined) this.#worker.postMessage({ type: "spent", memory } satisfies ToThread, memory);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #receive(message: Extract<FromThread, { type: "counted" | "done" }>): void {
    const work = this.#work;
    if (work === undefined) return;
    if (message.type === "counted") {
      work.numbers.counted(message.lines);
      void work.numbers.first.then((line) => this.#worker.postMessage({ type: "first", line } satisfies ToThread));
      return;
    }
    this.#work = undefined;
    work.resolve({
      output: Buffer.from(message.output),
      rejects: Buffer.from(message.rejects),
      counts: message.counts,
    });
    this.#done(this, work.index, [message.output, message.rejects]);
  }
}

/**
 * Works in threads, each with its own providers.
 *
 * @throws MigrateError `migrate.setup` when a thread cannot be made ready.
 */
export async function createThreadEngine(
  data: ThreadData,
  workers: number,
  module: URL = new URL("./thread.js", import.meta.url),
): Promise<Engine> {
  const waiting: Work[] = [];
  const idle: Thread[] = [];
  const results = new Map<number, () => void>();
  const next: Done = (thread, index, memory) => {
    results.set(index, () => thread.take(memory));
    const work = waiting.shift();
    if (work === undefined) idle.push(thread);
    else thread.start(work);
  };
  const threads = Array.from({ length: workers }, () => new Thread(data, module, next));
  const close = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.end()));
  };
  const ready = await Promise.all(threads.map((thread) => thread.ready)).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  idle.push(...threads);
  return {
    fingerprint: ready[0]?.fingerprint ?? "",
    atOnce: workers,
    process: (content, numbers, index) =>
      new Promise((resolve, reject) => {
        const work = { index, content, numbers, resolve, reject };
        const thread = idle.shift();
        if (thread === undefined) waiting.push(work);
        else thread.start(work);
      }),
    async written(index) {
      results.get(index)?.();
      results.delete(index);
    },
    finished: async () => undefined,
    giveUp: () => (ready[0]?.asks === true ? void close() : undefined),
    close,
  };
}

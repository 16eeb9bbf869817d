import type { Engine } from "../engine/engine.js";
import type { ChunkTask } from "../input/input.js";
import type { ChunkResult } from "../work/process-chunk.js";

export interface ChunkDone {
  readonly index: number;
  readonly task: ChunkTask;
  readonly result: ChunkResult;
}

export interface RunOptions {
  readonly tasks: AsyncIterator<ChunkTask>;
  readonly engine: Engine;
  /** The number of the first chunk. */
  readonly firstIndex: number;
  /** Lines before it. */
  readonly linesBefore: number;
  /** Takes everything that is done, in order and without a gap. Nothing more is read while it is busy for too long. */
  write(done: readonly ChunkDone[]): Promise<void>;
  readonly signal: AbortSignal;
}

interface Pending {
  readonly index: number;
  readonly task: ChunkTask;
  readonly result: Promise<ChunkResult>;
  isDone: boolean;
}

/** How many chunks may be under way or wait for an earlier one, for each worker. */
const windowOfEach = 3;

/** Something to wait for that happens again and again. */
class Bell {
  #ring: () => void = () => {};
  #next = new Promise<void>((resolve) => {
    this.#ring = resolve;
  });

  wait(): Promise<void> {
    return this.#next;
  }

  ring(): void {
    this.#ring();
    this.#next = new Promise((resolve) => {
      this.#ring = resolve;
    });
  }
}

/** Chunks under way, in order. */
class Window {
  readonly pending: Pending[] = [];
  readonly bell = new Bell();
  readonly #engine: Engine;
  #lines: Promise<number>;

  constructor(engine: Engine, linesBefore: number) {
    this.#engine = engine;
    this.#lines = Promise.resolve(linesBefore);
  }

  get isFull(): boolean {
    return this.pending.length >= this.#engine.atOnce * windowOfEach;
  }

  add(task: ChunkTask, index: number): void {
    const before = this.#lines;
    let counted: (lines: number) => void = () => {};
    const own = new Promise<number>((resolve) => {
      counted = resolve;
    });
    this.#lines = Promise.all([before, own]).then(([lines, more]) => lines + more);
    const first = before.then((lines) => lines + 1);
    const entry: Pending = {
      index,
      task,
      result: this.#engine.process(task.content, { counted, first }, index),
      isDone: false,
    };
    this.pending.push(entry);
    const settle = (): void => {
      entry.isDone = true;
      this.bell.ring();
    };
    entry.result.then(settle, () => {
      // Those behind it would wait for its lines for ever; whatever they do is thrown away.
      counted(0);
      settle();
    });
  }

  /** Everything that is done, up to the first chunk that is not. */
  take(): Pending[] {
    const open = this.pending.findIndex(({ isDone }) => !isDone);
    return this.pending.splice(0, open === -1 ? this.pending.length : open);
  }
}

/**
 * Sends chunks to an engine and writes the results in order. Neither what is read nor what waits to be written grows: as
 * long as the first chunk is under way, only so many behind it are begun.
 *
 * @returns whether the input is at its end; `false` when it was told to stop.
 * @throws whatever an engine, the input or `write` throws; everything that was written before is whole.
 */
export async function runChunks(options: RunOptions): Promise<boolean> {
  const { tasks, engine, signal } = options;
  const window = new Window(engine, options.linesBefore);
  let isAtEnd = false;
  let isOver = false;
  let giveUpReading: () => void = () => {};
  const stop = (): void => {
    engine.giveUp();
    window.bell.ring();
    giveUpReading();
  };

  /** An input that falls silent does not keep the run from stopping. A race with one promise for all would keep them all. */
  function nextTask(): Promise<IteratorResult<ChunkTask> | undefined> {
    return new Promise((resolve, reject) => {
      giveUpReading = () => resolve(undefined);
      tasks.next().then(resolve, reject);
    });
  }

  async function read(): Promise<void> {
    for (let index = options.firstIndex; !isOver && !signal.aborted; index += 1) {
      while (window.isFull && !isOver && !signal.aborted) await window.bell.wait();
      if (isOver || signal.aborted) return;
      const next = await nextTask();
      if (next === undefined) return;
      if (next.done === true) {
        isAtEnd = true;
        return;
      }
      window.add(next.value, index);
    }
  }

  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const reading = read().finally(() => {
    isOver = true;
    window.bell.ring();
  });
  // Told where it is awaited.
  reading.catch(() => undefined);
  try {
    for (;;) {
      const done = window.take();
      if (done.length === 0) {
        if (isOver && window.pending.length === 0) break;
        await window.bell.wait();
        continue;
      }
      window.bell.ring();
      const whole: ChunkDone[] = [];
      let failure: { readonly error: unknown } | undefined;
      for (const { index, task, result } of done) {
        try {
          whole.push({ index, task, result: await result });
        } catch (error) {
          failure = { error };
          break;
        }
      }
      if (whole.length > 0) await options.write(whole);
      if (failure === undefined) continue;
      if (signal.aborted) return false;
      throw failure.error;
    }
    await reading;
    return isAtEnd;
  } finally {
    signal.removeEventListener("abort", stop);
    isOver = true;
    window.bell.ring();
    // Whoever gave a stream is told that nobody reads on. Not waited for: it answers after what was asked before.
    if (!isAtEnd) tasks.return?.().catch(() => undefined);
  }
}

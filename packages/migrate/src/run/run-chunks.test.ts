import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { Engine, LineNumbers } from "../engine/engine.js";
import type { ChunkTask } from "../input/input.js";
import type { ChunkResult } from "../work/process-chunk.js";
import { runChunks } from "./run-chunks.js";

interface Begun {
  readonly index: number;
  readonly numbers: LineNumbers;
  finish(result: ChunkResult): void;
  fail(error: unknown): void;
}

/** An engine whose chunks are done when the test says so. */
function heldEngine(atOnce = 2) {
  const begun: Begun[] = [];
  let isGivenUp = false;
  const engine: Engine = {
    fingerprint: "",
    atOnce,
    process: (_content, numbers, index) =>
      new Promise((resolve, reject) => {
        begun.push({ index, numbers, finish: resolve, fail: reject });
      }),
    written: async () => undefined,
    finished: async () => undefined,
    giveUp: () => {
      isGivenUp = true;
      for (const { fail } of begun) fail(new Error("given up"));
    },
    close: async () => undefined,
  };
  return { engine, begun, isGivenUp: () => isGivenUp };
}

async function* tasksOf(count: number, failAt = Number.NaN): AsyncGenerator<ChunkTask> {
  for (let index = 0; index < count; index += 1) {
    if (index === failAt) throw new Error("unreadable");
    yield { content: { kind: "bytes", bytes: Buffer.from(`${index}`) }, end: { bytes: index + 1 } };
  }
}

const resultOf = (index: number): ChunkResult => ({
  output: Buffer.from(`${index};`),
  rejects: Buffer.alloc(0),
  counts: { lines: 1, blank: 0, moved: 1, refused: {}, kinds: {} },
});

/** Until nothing moves any more without the test. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function start(engine: Engine, tasks: AsyncGenerator<ChunkTask>, write?: () => Promise<void>) {
  const written: number[] = [];
  const stop = new AbortController();
  const run = runChunks({
    tasks,
    engine,
    firstIndex: 0,
    linesBefore: 100,
    write: async (done) => {
      written.push(...done.map(({ index }) => index));
      await write?.();
    },
    signal: stop.signal,
  });
  run.catch(() => undefined);
  return { run, written, stop };
}

describe("runChunks", () => {
  it("writes in order whatever is done first, and begins only so many behind the first that is not", async () => {
    const { engine, begun } = heldEngine(2);
    const { run, written } = start(engine, tasksOf(20));
    await settled();
    expect(begun).toHaveLength(6);
    for (const index of [5, 2, 1]) begun[index]!.finish(resultOf(index));
    await settled();
    expect(written).toEqual([]);
    expect(begun).toHaveLength(6);
    begun[0]!.finish(resultOf(0));
    await settled();
    expect(written).toEqual([0, 1, 2]);
    expect(begun).toHaveLength(9);
    for (let index = 3; index < 20; index += 1) {
      begun[index]!.finish(resultOf(index));
      await settled();
    }
    expect(await run).toBe(true);
    expect(written).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it("begins nothing more while what is done cannot be written", async () => {
    const { engine, begun } = heldEngine(1);
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { run } = start(engine, tasksOf(50), () => held);
    for (let index = 0; index < 10; index += 1) {
      await settled();
      begun[index]?.finish(resultOf(index));
    }
    await settled();
    const whileHeld = begun.length;
    expect(whileHeld).toBeLessThanOrEqual(7);
    letGo();
    for (let index = 0; index < 50; index += 1) {
      await settled();
      begun[index]!.finish(resultOf(index));
    }
    expect(await run).toBe(true);
  });

  it("numbers lines as soon as all chunks before are counted, not when they are done", async () => {
    const { engine, begun } = heldEngine(2);
    const { run, stop } = start(engine, tasksOf(4));
    await settled();
    const firsts: number[] = [];
    for (const { numbers } of begun) void numbers.first.then((line) => firsts.push(line));
    begun[1]!.numbers.counted(5);
    await settled();
    expect(firsts).toEqual([101]);
    begun[0]!.numbers.counted(10);
    await settled();
    expect(firsts).toEqual([101, 111, 116]);
    stop.abort();
    expect(await run).toBe(false);
  });

  it("writes what came before a chunk that fails, and nothing behind it", async () => {
    const { engine, begun } = heldEngine(2);
    const { run, written } = start(engine, tasksOf(6));
    await settled();
    begun[0]!.finish(resultOf(0));
    begun[1]!.fail(new Error("broken"));
    begun[2]!.finish(resultOf(2));
    await expect(run).rejects.toThrow("broken");
    expect(written).toEqual([0]);
  });

  it("writes what was read before the input failed, and then says so", async () => {
    const { engine, begun } = heldEngine(2);
    const { run, written } = start(engine, tasksOf(6, 2));
    await settled();
    for (const index of [0, 1]) begun[index]!.finish(resultOf(index));
    await expect(run).rejects.toThrow("unreadable");
    expect(written).toEqual([0, 1]);
  });

  it("fails when nothing can be written", async () => {
    const { engine, begun } = heldEngine(2);
    const { run } = start(engine, tasksOf(6), () => Promise.reject(new Error("full")));
    await settled();
    begun[0]!.finish(resultOf(0));
    await expect(run).rejects.toThrow("full");
  });

  it("tells the input that nobody reads on", async () => {
    const held = heldEngine();
    const tasks = tasksOf(50);
    const { run } = start(held.engine, tasks, () => Promise.reject(new Error("disk full")));
    await settled();
    held.begun[0]?.finish(resultOf(0));
    await expect(run).rejects.toThrow("disk full");
    expect(await tasks.next()).toEqual({ done: true, value: undefined });
  });

  it("stops when it is told to, though the input is silent and a chunk is under way", async () => {
    const { engine, begun, isGivenUp } = heldEngine(2);
    async function* silent(): AsyncGenerator<ChunkTask> {
      yield* tasksOf(2);
      await new Promise(() => undefined);
    }
    const { run, written, stop } = start(engine, silent());
    await settled();
    begun[0]!.finish(resultOf(0));
    await settled();
    stop.abort();
    expect(await run).toBe(false);
    expect(isGivenUp()).toBe(true);
    expect(written).toEqual([0]);
  });

  it("lets those behind a chunk that failed before it was counted come to their end", async () => {
    const { engine, begun } = heldEngine(1);
    const { run } = start(engine, tasksOf(3));
    await settled();
    begun[0]!.fail(new Error("unreadable"));
    await expect(run).rejects.toThrow("unreadable");
    begun[1]!.numbers.counted(1);
    let first = 0;
    void begun[2]!.numbers.first.then((line) => {
      first = line;
    });
    await settled();
    expect(first).toBe(102);
  });

  it("keeps nothing of the input that was written", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const { engine, begun } = heldEngine(1);
    const read: WeakRef<Buffer>[] = [];
    async function* tasks(): AsyncGenerator<ChunkTask> {
      for await (const task of tasksOf(20)) {
        if (task.content.kind === "bytes") read.push(new WeakRef(task.content.bytes));
        yield task;
      }
      await new Promise(() => undefined);
    }
    const { run, stop } = start(engine, tasks());
    for (let index = 0; index < 20; index += 1) {
      await settled();
      begun[index]!.numbers.counted(1);
      begun[index]!.finish(resultOf(index));
    }
    await settled();
    collect();
    expect(read.filter((bytes) => bytes.deref() !== undefined).length).toBeLessThan(5);
    stop.abort();
    expect(await run).toBe(false);
  });

  it("is at its end at once without anything to do", async () => {
    const { run, written } = start(heldEngine().engine, tasksOf(0));
    expect(await run).toBe(true);
    expect(written).toEqual([]);
  });
});

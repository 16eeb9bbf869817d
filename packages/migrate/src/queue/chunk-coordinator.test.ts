import { describe, expect, it } from "vitest";
import { StoppedWaiting } from "../work/rate-limit.js";
import { ChunkCoordinator, type ChunkQueue } from "./chunk-coordinator.js";
import type { ChunkData } from "./chunk-job.js";

const data: ChunkData = {
  run: { now: 1, salt: "00ff", report: false, lineBytes: 64, fingerprint: "x" },
  firstLine: 1,
  lines: "",
};
const lines = Buffer.from("\n\n");
const never = (): Promise<never> => new Promise(() => undefined);
const answer = { output: "", rejects: "", counts: { lines: 2, blank: 2, moved: 0, refused: {}, kinds: {} } };

/** A queue with one job, of which each call can be replaced. */
function queueOf(own: { readonly [Name in keyof ChunkQueue]?: unknown } = {}) {
  const called: string[] = [];
  const queue = {
    getJob: async () => (called.includes("add") ? { finishedOn: 2, data: { ...data, answer } } : undefined),
    add: async () => void called.push("add"),
    remove: async () => void called.push("remove"),
    ...own,
  } as unknown as ChunkQueue;
  return { coordinator: new ChunkCoordinator(queue), called };
}

async function outcome(result: Promise<unknown>): Promise<unknown> {
  return result.catch((error: unknown) => error);
}

describe("chunks in a queue", () => {
  it("are handed in, answered and forgotten", async () => {
    const { coordinator, called } = queueOf();
    expect((await coordinator.add(data, 0, lines)).counts.lines).toBe(2);
    await coordinator.forget(0);
    await coordinator.forget(0);
    expect(called).toEqual(["add", "remove"]);
  });

  it("fail where Redis refuses, or holds something else, and nothing of that is repeated", async () => {
    const refusing = async (): Promise<never> => {
      throw new Error("WRONGTYPE Operation against very-private");
    };
    for (const own of [{ getJob: refusing }, { add: refusing }]) {
      const failed = await outcome(queueOf(own).coordinator.add(data, 0, lines));
      expect(failed).toMatchObject({ code: "migrate.queue", message: expect.stringContaining("WRONGTYPE") });
      expect(String(failed)).not.toContain("private");
    }
    for (const stored of [null, 7, { answer: { ...answer, output: 7 } }]) {
      const { coordinator } = queueOf({ getJob: async () => ({ finishedOn: 2, data: stored }) });
      expect(await outcome(coordinator.add(data, 0, lines))).toMatchObject({ code: "migrate.queue" });
    }
    const { coordinator } = queueOf({ remove: refusing });
    await coordinator.add(data, 0, lines);
    expect(await outcome(coordinator.forget(0))).toMatchObject({ code: "migrate.queue" });
  });

  it.each([{ getJob: never }, { add: never }, { remove: never }])(
    "do not keep a run from ending while Redis is away (%o)",
    async (own) => {
      const { coordinator } = queueOf(own);
      const added = outcome(coordinator.add(data, 0, lines));
      if (own.remove !== undefined) await added;
      const forgotten = own.remove === undefined ? undefined : coordinator.forget(0);
      coordinator.giveUp();
      if (own.remove === undefined) expect(await added).toBeInstanceOf(StoppedWaiting);
      await forgotten;
      expect(await outcome(coordinator.add(data, 1, lines))).toBeInstanceOf(StoppedWaiting);
    },
  );
});

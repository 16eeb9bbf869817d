import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { migrate } from "../src/migrate.js";
import { runStruck, runToEnd, startFixture } from "../src/testing/processes.js";
import { hasRedis, mayLackRedis, type RedisServer, startRedis } from "../src/testing/redis-server.js";
import { temporaryFolder } from "../src/testing/temporary-folder.js";
import { dailyKey, now, setup, tokenLines, videosdkSecret } from "../src/testing/tokens.js";

it("redis-server is there, where nobody looks at what was left out", () => {
  expect(hasRedis || mayLackRedis).toBe(true);
});

describe.skipIf(!hasRedis)("a queue", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  let runs = 0;
  /** Files, and a queue of its own. */
  function made(text = `${tokenLines(250)}garbage\n\n${tokenLines(250)}`) {
    runs += 1;
    const queue = { url: redis.url, name: `run-${runs}`, silenceMilliseconds: 1000 };
    const folder = temporaryFolder();
    const input = join(folder, "in");
    writeFileSync(input, text);
    const at = (name: string) => {
      const output = join(folder, name);
      return { input, output, rejects: `${output}.rejects`, chunkBytes: 8192, lineBytes: 4096 };
    };
    return { queue, options: { ...at("out"), queue }, alone: at("alone") };
  }

  type Files = { readonly output: string; readonly rejects: string };
  const results = ({ output, rejects }: Files) => [readFileSync(output, "utf8"), readFileSync(rejects, "utf8")];

  async function undisturbed({ alone }: ReturnType<typeof made>): Promise<string[]> {
    await migrate({ ...alone, setup, now, input: { path: alone.input } });
    return results(alone);
  }

  const keysOf = ({ queue }: ReturnType<typeof made>) => redis.ask("keys", `*${queue.name}*`);

  it("gives the same as one process, whichever workers are killed in the middle, and keeps nothing", async () => {
    const run = made();
    const expected = await undisturbed(run);
    const coordinator = startFixture("run", run.options);
    for (let killed = 0; killed < 3; killed += 1) {
      const worker = startFixture("work", { queue: run.queue });
      await worker.lines("begun", 2 + killed);
      worker.child.kill("SIGKILL");
      await worker.output;
    }
    const last = [startFixture("work", { queue: run.queue }), startFixture("work", { queue: run.queue, workers: 2 })];
    expect(JSON.parse(await coordinator.output)).toMatchObject({ complete: true, counts: { moved: 500 } });
    for (const { child } of last) child.kill("SIGTERM");
    const said = await Promise.all(last.map(({ output }) => output));
    expect(last.map(({ child }) => child.exitCode)).toEqual([0, 0]);
    expect(said.join("")).toContain("done");
    expect(results(run.options)).toEqual(expected);
    expect(
      keysOf(run)
        .split("\n")
        .filter((key) => /:\w+-\d+-/.test(key)),
    ).toEqual([]);
  });

  it("goes on when whoever hands the chunks in is killed, too", async () => {
    const run = made();
    const expected = await undisturbed(run);
    const worker = startFixture("work", { queue: run.queue, workers: 2 });
    for (const lines of [20, 120]) await runStruck(run.options, lines, 5);
    const summary = await runToEnd(run.options);
    expect(summary).toMatchObject({ complete: true });
    expect(summary["resumedAt"]).toBeGreaterThan(0);
    expect(results(run.options)).toEqual(expected);
    worker.child.kill("SIGTERM");
    await worker.output;
    expect(
      keysOf(run)
        .split("\n")
        .filter((key) => /:\w+-\d+-/.test(key)),
    ).toEqual([]);
  });

  it("lets no worker take part that is set up otherwise, and no secret into Redis", async () => {
    const run = made(tokenLines(400));
    const coordinator = startFixture("run", { ...run.options, rejects: `${run.options.output}.r` });
    const wrong = startFixture("work", { queue: run.queue, data: "strict" });
    expect(await wrong.output).toContain("set up otherwise than the run");
    expect(wrong.child.exitCode).toBe(1);
    const kept = keysOf(run)
      .split("\n")
      .map((key) => redis.ask("type", key) === "hash" && redis.ask("hgetall", key))
      .join();
    expect(kept).toContain("firstLine");
    for (const secret of [dailyKey, videosdkSecret]) expect(kept).not.toContain(secret);
    const right = startFixture("work", { queue: run.queue });
    expect(JSON.parse(await coordinator.output)).toMatchObject({ complete: true, counts: { moved: 400 } });
    right.child.kill("SIGTERM");
    await right.output;
  });

  it("that another run has begun is left alone, until it is to be emptied", async () => {
    const run = made(tokenLines(200));
    const first = startFixture("run", run.options);
    // Nobody works on them, so that the chunks stay.
    while (!keysOf(run).includes("-0-")) await new Promise((resolve) => setImmediate(resolve));
    first.child.kill("SIGKILL");
    await first.output;
    redis.ask("set", "unrelated", "1");
    const other = { ...run.options, output: `${run.options.output}2`, rejects: `${run.options.output}2.rejects` };
    expect(await runToEnd(other)).toMatchObject({ code: "migrate.queue" });
    const right = startFixture("work", { queue: run.queue });
    expect(await runToEnd({ ...other, restart: true })).toMatchObject({ complete: true, counts: { moved: 200 } });
    expect(redis.ask("get", "unrelated")).toBe("1");
    right.child.kill("SIGTERM");
    await right.output;
  });

  it("with something in it that no run has put there stops its workers, which say so", async () => {
    const run = made();
    const { Queue } = await import("bullmq");
    const queue = new Queue(run.queue.name, { connection: { path: redis.url.slice("unix://".length) } });
    onTestFinished(() => queue.close());
    await queue.add("other", {}, { jobId: "somebody-0-else" });
    redis.ask("hset", `bull:${run.queue.name}:somebody-0-else`, "data", "{very-private");
    const said = await startFixture("work", { queue: run.queue }).output;
    expect(said).toBe("migrate.queue: The queue holds something that is no chunk.\n");
    expect(await runToEnd(run.options)).toMatchObject({
      code: "migrate.queue",
      message: "The queue holds something that is no chunk.",
    });
  });

  it("does not keep a worker that is told to end, when Redis is gone", async () => {
    const gone = await startRedis();
    const run = made();
    const queue = { ...run.queue, url: gone.url };
    const coordinator = startFixture("run", { ...run.options, queue });
    const worker = startFixture("work", { queue });
    // In the midst of its work, and so connected.
    await worker.lines("done", 1);
    coordinator.child.kill("SIGKILL");
    await gone.close();
    worker.child.kill("SIGTERM");
    expect(await worker.output).not.toContain("migrate.");
    expect(worker.child.exitCode).toBe(0);
  });

  it("says so when Redis is not there", async () => {
    const run = made(tokenLines(1));
    const nobody = { ...run.queue, url: "redis://127.0.0.1:1" };
    expect(await startFixture("work", { queue: nobody }).output).toContain("Redis cannot be reached");
    expect(await runToEnd({ ...run.options, queue: nobody })).toMatchObject({ code: "migrate.queue" });
  });
});

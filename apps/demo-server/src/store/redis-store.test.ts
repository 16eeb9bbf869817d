import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, mayLackRedis, type RedisServer, startRedis } from "../testing/redis-server.js";
import { connectRedis, type RedisEvents, RedisUnavailable } from "./connect-redis.js";
import { createRedisStore } from "./redis-store.js";

const quiet: RedisEvents = { lost: () => undefined, back: () => undefined, evicts: () => undefined };
const now = 1_800_000_000;
const clock = () => now;

async function storeOn(url: string, events = quiet, commandMilliseconds?: number) {
  const client = await connectRedis(url, events, commandMilliseconds);
  onTestFinished(() => client.disconnect());
  return createRedisStore(client, clock);
}

const times = <Value>(count: number, make: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

it("redis-server is there, where nobody looks at what was left out", () => {
  expect(hasRedis || mayLackRedis).toBe(true);
});

describe.skipIf(!hasRedis)("a store in Redis, used by two instances", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  it("R7: lets exactly N of 64 at once through, and not one more", async () => {
    const stores = [await storeOn(redis.url), await storeOn(redis.url)];
    const limit = { requests: 40, seconds: 60 };
    const verdicts = await times(64, (index) => stores[index % 2]!.take("key:a", limit));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(40);
    expect(
      verdicts
        .filter(({ allowed }) => allowed)
        .map(({ remaining }) => remaining)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 40 }, (_, index) => index));
    for (const { allowed, remaining, resetSeconds } of verdicts) {
      expect(resetSeconds).toBeGreaterThanOrEqual(1);
      expect(resetSeconds).toBeLessThanOrEqual(60);
      if (!allowed) expect(remaining).toBe(0);
    }
    expect((await stores[0]!.take("key:b", limit)).allowed).toBe(true);
  });

  it("R17: gives an id to exactly one of 64 at once", async () => {
    const stores = [await storeOn(redis.url), await storeOn(redis.url)];
    const answers = await times(64, (index) => stores[index % 2]!.useOnce("invitation:1", now + 60));
    expect(answers.filter((answer) => answer === "first")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "used")).toHaveLength(63);
  });

  it("R9: lets exactly one of 50 at once begin, and gives the others what it finished", async () => {
    const stores = [await storeOn(redis.url), await storeOn(redis.url)];
    const begun = await times(50, (index) => stores[index % 2]!.begin("work:1", "abc", now + 60, "alice"));
    expect(begun.map(({ state }) => state).sort()).toEqual(["new", ...Array(49).fill("running")]);
    expect(await stores[0]!.begin("work:1", "def", now + 60, "alice")).toEqual({ state: "other-request" });
    await stores[1]!.finish("work:1", "def", "not mine", now + 60);
    await stores[1]!.finish("work:1", "abc", "line one\nline two", now + 60);
    expect(await stores[0]!.begin("work:1", "abc", now + 60, "alice")).toEqual({
      state: "finished",
      answer: "line one\nline two",
    });
    expect(await stores[0]!.begin("work:1", "def", now + 60, "alice")).toEqual({ state: "other-request" });
    await stores[0]!.abandon("work:1", "abc");
    expect(await stores[0]!.begin("work:1", "abc", now + 60, "alice")).toMatchObject({ state: "finished" });
  });

  it("forgets work that was abandoned by whoever began it", async () => {
    const store = await storeOn(redis.url);
    await store.begin("work:2", "abc", now + 60, "alice");
    await store.abandon("work:2", "def");
    expect(await store.begin("work:2", "abc", now + 60, "alice")).toEqual({ state: "running" });
    await store.abandon("work:2", "abc");
    expect(await store.begin("work:2", "def", now + 60, "alice")).toEqual({ state: "new" });
  });

  it("leaves nothing in Redis for ever", async () => {
    const client = await connectRedis(redis.url, quiet);
    onTestFinished(() => client.disconnect());
    const store = createRedisStore(client, clock);
    await store.take("key:c", { requests: 1, seconds: 60 });
    await store.useOnce("invitation:3", now - 5);
    await store.begin("work:3", "abc", now, "alice");
    const lives = await Promise.all((await client.keys("*")).map((key) => client.pttl(key)));
    expect(lives.length).toBeGreaterThan(0);
    expect(lives.every((life) => life > 0)).toBe(true);
  });
});

describe.skipIf(!hasRedis)("a store in a Redis that somebody else writes to", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  async function withClient() {
    const client = await connectRedis(redis.url, quiet);
    onTestFinished(() => client.disconnect());
    return { client, store: createRedisStore(client, clock) };
  }

  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

  it.each([deep, "NaN", "", "r", "abc", "xabc", "rabc\nanswer", "fabc", "f", '{"state":"new"}', "\u0000"])(
    "never takes work for new that has an entry: %#",
    async (value) => {
      const { client, store } = await withClient();
      await client.set("roompass:work:w", value);
      const answer = await store.begin("w", "abc", now + 60, "alice").catch((error: unknown) => error);
      if (answer instanceof Error) expect(answer.message).toMatch("something else");
      else expect(answer).toEqual({ state: "other-request" });
    },
  );

  it("rejects what is no text at all", async () => {
    const { client, store } = await withClient();
    await client.hset("roompass:work:h", "state", "new");
    await expect(store.begin("h", "abc", now + 60, "alice")).rejects.toThrow("WRONGTYPE");
    await client.hset("roompass:once:h", "state", "new");
    expect(await store.useOnce("h", now + 60)).toBe("used");
  });

  it.each<[string, (client: Awaited<ReturnType<typeof connectRedis>>, key: string) => Promise<unknown>]>([
    ["no number", (client, key) => client.set(key, "NaN")],
    ["nested JSON", (client, key) => client.set(key, deep)],
    ["a list", (client, key) => client.rpush(key, "1")],
    ["the highest number", (client, key) => client.set(key, "9223372036854775807")],
    ["the lowest number, without an end", (client, key) => client.set(key, "-9223372036854775808")],
    ["a window of ages", (client, key) => client.set(key, "1", "EX", 1_000_000_000)],
  ])("tells a limit in its own numbers, where there is %s", async (_name, write) => {
    const { client, store } = await withClient();
    const limit = { requests: 3, seconds: 60 };
    await client.del("roompass:limit:3-60:key:a");
    await write(client, "roompass:limit:3-60:key:a");
    const { remaining, resetSeconds } = await store.take("key:a", limit);
    expect([0, 1, 2, 3]).toContain(remaining);
    expect(resetSeconds).toBeGreaterThanOrEqual(1);
    expect(resetSeconds).toBeLessThanOrEqual(60);
  });
});

describe.skipIf(!hasRedis)("without its Redis, a store", () => {
  it("limits each instance by itself, and refuses what has to be known together", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const told: string[] = [];
    const store = await storeOn(redis.url, {
      ...quiet,
      lost: () => void told.push("lost"),
      back: () => void told.push("back"),
    });
    const limit = { requests: 40, seconds: 60 };
    expect(store.ready()).toBe(true);

    await redis.kill();
    const verdicts = await times(64, () => store.take("key:a", limit));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(40);
    await expect(store.useOnce("invitation:1", now + 60)).rejects.toThrow();
    await expect(store.begin("work:1", "abc", now + 60, "alice")).rejects.toThrow();
    await expect(store.finish("work:1", "abc", "answer", now + 60)).rejects.toThrow();
    await expect.poll(() => store.ready(), { timeout: 10_000 }).toBe(false);

    await redis.restart();
    await expect.poll(() => store.ready(), { timeout: 10_000 }).toBe(true);
    expect(await store.useOnce("invitation:1", now + 60)).toBe("first");
    expect(told).toEqual(["lost", "back"]);
  });

  it("does not wait for one that hangs, and counts it as gone until it answers again", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const told: string[] = [];
    const events = { ...quiet, lost: () => void told.push("lost"), back: () => void told.push("back") };
    const store = await storeOn(redis.url, events, 300);
    redis.pause();
    onTestFinished(() => redis.resume());
    await expect(store.useOnce("invitation:1", now + 60)).rejects.toThrow("Command timed out");
    // What is not sent is not waited for.
    await expect(store.useOnce("invitation:1", now + 60)).rejects.toThrow("Stream isn't writeable");
    expect((await store.take("key:a", { requests: 1, seconds: 60 })).allowed).toBe(true);
    await expect.poll(() => store.ready(), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(["lost"]);
    redis.resume();
    await expect.poll(() => store.ready(), { timeout: 10_000 }).toBe(true);
    expect(told).toEqual(["lost", "back"]);
  });

  it("says that it is full and takes no id, when Redis has no memory left", async () => {
    const redis = await startRedis("--maxmemory", "1kb", "--maxmemory-policy", "noeviction");
    onTestFinished(() => redis.close());
    const store = await storeOn(redis.url);
    expect(await store.useOnce("invitation:1", now + 60)).toBe("full");
    expect(await store.begin("work:1", "abc", now + 60, "alice")).toEqual({ state: "full" });
  });

  it("warns of a Redis that throws entries away", async () => {
    const redis = await startRedis("--maxmemory-policy", "allkeys-lru");
    onTestFinished(() => redis.close());
    const told: string[] = [];
    await storeOn(redis.url, { ...quiet, evicts: (policy) => void told.push(policy) });
    expect(told).toEqual(["allkeys-lru"]);
  });

  it("does not come to be", async () => {
    await expect(storeOn("unix:///nowhere/secret-name.sock")).rejects.toThrow(RedisUnavailable);
    await expect(storeOn("unix:///nowhere/secret-name.sock")).rejects.not.toThrow("secret-name");
  });
});

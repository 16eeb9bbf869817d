import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, startRedis } from "../testing/redis-server.js";
import { openStore } from "./open-store.js";

function collected() {
  const lines: string[] = [];
  return { lines, logger: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }) };
}

const clock = () => 1_800_000_000;

it("a Redis that is not there is refused with the reason", async () => {
  const { logger } = collected();
  await expect(openStore("unix:///nowhere/redis.sock", clock, logger)).rejects.toThrow(
    "REDIS_URL: there is no Redis that answers (ENOENT).",
  );
});

describe.skipIf(!hasRedis)("a store in Redis", () => {
  it("cries for nobody when it is closed in good order, and does when Redis dies", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const { lines, logger } = collected();
    const closed = await openStore(redis.url, clock, logger);
    await closed.close();
    expect(lines).toEqual([]);
    const left = await openStore(redis.url, clock, logger);
    onTestFinished(() => left.close());
    await redis.kill();
    await expect.poll(() => lines.join(""), { timeout: 10_000 }).toContain("Redis is gone");
  });
});

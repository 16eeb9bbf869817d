import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCallerKey } from "@roompass/service";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, startRedis } from "../src/testing/redis-server.js";
import { startProcess } from "../src/testing/start-process.js";
import { temporaryFolder } from "../src/testing/temporary-folder.js";

describe.skipIf(!hasRedis)("R7: two processes with one Redis", () => {
  it("take exactly N of 64 requests at once, and go on when Redis is killed", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const folder = temporaryFolder();
    const { id, key, sha256 } = await createCallerKey("web");
    const policy = {
      providers: ["livekit"],
      rooms: [{ name: "standup" }],
      maxSeconds: 3600,
      rights: { subscribe: true },
      participants: { any: true },
      rate: { requests: 20, seconds: 3600 },
    };
    writeFileSync(join(folder, "keys.ndjson"), JSON.stringify({ id, secretDigests: [{ sha256 }], policy }));
    const start = () =>
      startProcess({
        ROOMPASS_KEYS_FILE: join(folder, "keys.ndjson"),
        ROOMPASS_AUDIT_FILE: "off",
        LIVEKIT_API_KEY: "TEST-key",
        LIVEKIT_API_SECRET: "TEST-ONLY-secret-0123456789abcdef",
        REDIS_URL: redis.url,
      });
    const servers = await Promise.all([start(), start()]);
    const grant = {
      room: "standup",
      participant: { id: "u_1" },
      expiresIn: "1h",
      rights: { publish: false, subscribe: true },
    };
    const send = async (_: unknown, index: number): Promise<number> => {
      const { url } = servers[index % 2]!;
      const answer = await fetch(`${url}/v1/tokens`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ provider: "livekit", grant }),
      });
      return answer.status;
    };
    const before = await Promise.all(Array.from({ length: 64 }, send));
    expect(before.filter((status) => status === 200)).toHaveLength(20);
    expect(before.filter((status) => status === 429)).toHaveLength(44);

    await redis.kill();
    const after = await Promise.all(Array.from({ length: 64 }, send));
    // Each counts by itself now: at most N for each of the two.
    expect(after.filter((status) => status === 200)).toHaveLength(40);
    expect(after.filter((status) => status === 429)).toHaveLength(24);
  }, 120_000);
});

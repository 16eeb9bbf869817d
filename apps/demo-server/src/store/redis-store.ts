import type { Clock } from "@roompass/core";
import type { IdempotencyState, ServiceStore } from "@roompass/service";
import type { Redis } from "ioredis";
import { RedisLimits } from "./redis-limits.js";
import { defineScripts } from "./redis-scripts.js";

/** Redis has no memory left and, rightly, throws nothing away. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /^OOM\b/.test(error.message);
}

/** Whatever else stands there was not written here, and nobody can say what became of the request. */
function stateOf(value: string | null, fingerprint: string): IdempotencyState {
  if (value === null) return { state: "new" };
  const [, running, finished, answer = ""] = /^(?:r([^\n]*)|f([^\n]*)\n([\s\S]*))$/.exec(value) ?? [];
  const known = running ?? finished;
  if (known === undefined) throw new Error("Redis holds something else under the name of an idempotency key.");
  if (known !== fingerprint) return { state: "other-request" };
  return finished === undefined ? { state: "running" } : { state: "finished", answer };
}

/**
 * What several instances know together, in Redis.
 *
 * When Redis is gone, rate limits go on with each instance counting by itself; one-time ids and idempotency reject, and the
 * requests that need them are answered with 503: nobody can say whether an id was used, so it is not taken.
 *
 * @param clock Unix seconds; only differences to it reach Redis.
 */
export function createRedisStore(client: Redis, clock: Clock): ServiceStore {
  const limits = new RedisLimits(client);
  const scripts = defineScripts(client);
  /** At least a second: an entry without an end would stay for ever. */
  const lifeOf = (expiresAt: number): number => Math.max(1, Math.ceil(expiresAt - clock())) * 1000;
  const workKey = (key: string): string => `roompass:work:${key}`;

  return {
    take: (key, limit) => limits.take(key, limit),
    async useOnce(id, expiresAt) {
      try {
        const stored = await client.set(`roompass:once:${id}`, "1", "PX", lifeOf(expiresAt), "NX");
        return stored === "OK" ? "first" : "used";
      } catch (error) {
        if (isFull(error)) return "full";
        throw error;
      }
    },
    async begin(key, fingerprint, expiresAt) {
      try {
        return stateOf(await scripts.begin(workKey(key), fingerprint, lifeOf(expiresAt)), fingerprint);
      } catch (error) {
        if (isFull(error)) return { state: "full" };
        throw error;
      }
    },
    async finish(key, fingerprint, answer, expiresAt) {
      await scripts.finish(workKey(key), fingerprint, answer, lifeOf(expiresAt));
    },
    async abandon(key, fingerprint) {
      await scripts.abandon(workKey(key), fingerprint);
    },
    ready: () => client.status === "ready",
  };
}

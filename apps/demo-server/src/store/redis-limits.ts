import type { RateLimit, RateVerdict } from "@roompass/service";
import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

const within = (lowest: number, number: number, highest: number): number =>
  // Written so that what is no number is the lowest.
  number > lowest ? Math.min(number, highest) : lowest;

/** Somebody may have written other numbers into Redis: none of them makes a window longer, or a limit higher, in what is told. */
function verdictOf(
  isAllowed: boolean,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
  { requests, seconds }: RateLimit,
): RateVerdict {
  return {
    allowed: isAllowed,
    remaining: isAllowed ? within(0, remainingPoints, requests) : 0,
    resetSeconds: within(1, Math.ceil(msBeforeNext / 1000), seconds),
  };
}

/**
 * Rate limits that all instances count together.
 *
 * Without Redis each instance counts by itself: N instances then let through at most N times as many. A limiter that let
 * nobody in would turn a lost Redis into a lost service, and one that let everybody in would be none.
 */
export class RedisLimits {
  readonly #client: Redis;
  readonly #limiters = new Map<string, RateLimiterRedis>();

  constructor(client: Redis) {
    this.#client = client;
  }

  async take(key: string, limit: RateLimit): Promise<RateVerdict> {
    try {
      return verdictOf(true, await this.#limiterFor(limit).consume(key), limit);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return verdictOf(false, refusal, limit);
      throw refusal;
    }
  }

  /** As many as there are different limits: a handful, of the settings and of the keys file. */
  #limiterFor({ requests, seconds }: RateLimit): RateLimiterRedis {
    const name = `${requests}-${seconds}`;
    const known = this.#limiters.get(name);
    if (known !== undefined) return known;
    const counting = { points: requests, duration: seconds, keyPrefix: `roompass:limit:${name}` };
    const limiter = new RateLimiterRedis({
      ...counting,
      storeClient: this.#client,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(counting),
    });
    this.#limiters.set(name, limiter);
    return limiter;
  }
}

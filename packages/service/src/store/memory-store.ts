import type { Clock } from "@roompass/core";
import type { IdempotencyState, RateLimit, RateVerdict, ServiceStore } from "../contract/store.js";
import { ExpiringMap } from "./expiring-map.js";

/** How much a store in memory remembers. */
export interface MemoryStoreOptions {
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
  /** Rate limits remembered at one time. Beyond it the one that ends first is forgotten. Default 100000. */
  readonly maxLimits?: number;
  /** One-time ids remembered at one time. Beyond it `useOnce` answers `full`. Default 100000. */
  readonly maxOnce?: number;
  /** Idempotency keys remembered at one time. Beyond it `begin` answers `full`. Default 10000. */
  readonly maxIdempotency?: number;
  /** Of these, those of one caller. Beyond it `begin` answers `too-many`. Default 2000. */
  readonly maxIdempotencyPerCaller?: number;
}

interface Window {
  taken: number;
  readonly endsAt: number;
}

type Work = { readonly fingerprint: string; readonly answer: string | undefined };

const stateOf = { added: "new", full: "full", "group-full": "too-many" } as const;

/** A store in the memory of one process. Every method is atomic, since nothing in it waits. */
export function createMemoryStore(options: MemoryStoreOptions = {}): ServiceStore {
  const given = options.clock ?? (() => Math.floor(Date.now() / 1000));
  /** What was used before the first call was used in another process, if it was, and nobody here knows. */
  let began: number | undefined;
  const clock = (): number => {
    const now = given();
    began ??= now;
    return now;
  };
  const windows = new ExpiringMap<Window>(options.maxLimits ?? 100_000);
  const used = new ExpiringMap<true>(options.maxOnce ?? 100_000);
  const works = new ExpiringMap<Work>(options.maxIdempotency ?? 10_000, options.maxIdempotencyPerCaller ?? 2000);

  return {
    async take(key: string, limit: RateLimit): Promise<RateVerdict> {
      const now = clock();
      let window = windows.get(key, now);
      // One that ends later than it can was begun by a clock that has been set back since, and would last for as long as that.
      if (window === undefined || window.endsAt > now + limit.seconds) {
        window = { taken: 0, endsAt: now + limit.seconds };
        windows.make(key, window, window.endsAt, now);
      }
      const resetSeconds = Math.max(1, window.endsAt - now);
      if (window.taken >= limit.requests) return { allowed: false, remaining: 0, resetSeconds };
      window.taken += 1;
      return { allowed: true, remaining: limit.requests - window.taken, resetSeconds };
    },
    async useOnce(id, expiresAt, madeAt) {
      const now = clock();
      if (madeAt !== undefined && began !== undefined && madeAt < began) return "used";
      if (used.get(id, now) !== undefined) return "used";
      return used.add(id, true, expiresAt, now) === "added" ? "first" : "full";
    },
    async begin(key, fingerprint, expiresAt, caller): Promise<IdempotencyState> {
      const now = clock();
      const work = works.get(key, now);
      if (work === undefined) {
        return { state: stateOf[works.add(key, { fingerprint, answer: undefined }, expiresAt, now, caller)] };
      }
      if (work.fingerprint !== fingerprint) return { state: "other-request" };
      return work.answer === undefined ? { state: "running" } : { state: "finished", answer: work.answer };
    },
    async finish(key, fingerprint, answer, expiresAt) {
      if (works.get(key, clock())?.fingerprint === fingerprint) works.replace(key, { fingerprint, answer }, expiresAt);
    },
    async abandon(key, fingerprint) {
      if (works.get(key, clock())?.fingerprint === fingerprint) works.delete(key);
    },
    ready: () => true,
  };
}

import { createMemoryStore, type ServiceStore } from "@roompass/service";
import type { Logger } from "pino";
import { connectRedis } from "../store/connect-redis.js";
import { createRedisStore } from "../store/redis-store.js";

export interface OpenedStore {
  readonly store: ServiceStore;
  close(): Promise<void>;
}

/** The store in Redis where one is configured, else in memory. */
export async function openStore(url: string | undefined, clock: () => number, logger: Logger): Promise<OpenedStore> {
  if (url === undefined) return { store: createMemoryStore({ clock }), close: async () => undefined };
  let isClosing = false;
  const client = await connectRedis(url, {
    lost: (code) => {
      // An orderly stop closes the connection, too, and is nothing to wake anybody for.
      if (isClosing) return;
      logger.error({ code }, "Redis is gone: limits are counted here alone, what must be shared is refused");
    },
    back: () => logger.info("Redis is back"),
    evicts: (policy) => logger.warn({ policy }, "Redis may forget used one-time ids; set maxmemory-policy noeviction"),
  });
  return {
    store: createRedisStore(client, clock),
    close: async () => {
      isClosing = true;
      await client.quit().catch(() => client.disconnect());
    },
  };
}

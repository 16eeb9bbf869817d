import { Redis, type RedisOptions } from "ioredis";

/** Redis cannot be used. Says nothing of the address, which may hold a password. */
export class RedisUnavailable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RedisUnavailable";
  }
}

export interface RedisEvents {
  readonly lost: (code: string) => void;
  readonly back: () => void;
  /** The server may throw entries away before their time. */
  readonly evicts: (policy: string) => void;
}

const connectMilliseconds = 2000;
/**
 * A Redis that hangs costs requests this much before it is treated as one that is gone. Not less: on a busy machine the
 * answer is there, and this process is late to read it.
 */
const usualCommandMilliseconds = 2000;
const longestPauseMilliseconds = 1000;

const options: RedisOptions = {
  lazyConnect: true,
  connectTimeout: connectMilliseconds,
  // A command that cannot be sent now fails now: what to do without Redis is decided by each kind of call.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  // One that was sent when the connection broke is not sent again, since it may have been carried out.
  autoResendUnfulfilledCommands: false,
  retryStrategy: (attempt) => Math.min(attempt * 50, longestPauseMilliseconds),
};

/**
 * Gives a connection up when an answer on it does not come in time. The system itself would hold on to it for a quarter of an
 * hour, and until then every request would wait, and `/readyz` say that all is well.
 */
class ImpatientRedis extends Redis {
  override sendCommand(...sent: Parameters<Redis["sendCommand"]>): unknown {
    const answer = super.sendCommand(...sent);
    Promise.resolve(answer).catch((error: unknown) => {
      const isLate = error instanceof Error && error.message === "Command timed out";
      if (isLate && this.status === "ready") this.disconnect(true);
    });
    return answer;
  }
}

function clientFor(url: string, commandTimeout: number): Redis {
  const { protocol, pathname } = new URL(url);
  const all = { ...options, commandTimeout };
  return protocol === "unix:" ? new ImpatientRedis(decodeURIComponent(pathname), all) : new ImpatientRedis(url, all);
}

function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "unknown";
}

/** With eviction a used one-time id can be forgotten, and be good a second time. */
async function checkEviction(client: Redis, events: RedisEvents): Promise<void> {
  try {
    const policy = /^maxmemory_policy:(\S+)/m.exec(await client.info("memory"))?.[1];
    if (policy !== undefined && policy !== "noeviction") events.evicts(policy);
  } catch {
    // Not every account may ask.
  }
}

/**
 * Connects, and stays connected as well as it can.
 *
 * @throws RedisUnavailable When there is no Redis to begin with.
 */
export async function connectRedis(
  url: string,
  events: RedisEvents,
  commandMilliseconds: number = usualCommandMilliseconds,
): Promise<Redis> {
  const client = clientFor(url, commandMilliseconds);
  let isLost = false;
  // What connecting fails with says only that the connection is closed; why was told before.
  let lastError: unknown;
  client.on("error", (error: unknown) => {
    lastError = error;
    if (!isLost) events.lost(codeOf(error));
    isLost = true;
  });
  client.on("close", () => {
    if (!isLost) events.lost("closed");
    isLost = true;
  });
  client.on("ready", () => {
    if (isLost) events.back();
    isLost = false;
  });
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    client.disconnect();
    throw new RedisUnavailable(`REDIS_URL: there is no Redis that answers (${codeOf(lastError ?? error)}).`);
  }
  await checkEviction(client, events);
  return client;
}

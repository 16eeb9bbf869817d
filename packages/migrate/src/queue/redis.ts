import { MigrateError } from "../migrate-error.js";
import { StoppedWaiting } from "../work/rate-limit.js";
import type { QueueOptions } from "./queue-options.js";

/** What BullMQ is told about Redis. */
export interface RedisAddress {
  readonly host?: string;
  readonly port?: number;
  readonly path?: string;
  readonly db?: number;
  readonly tls?: Readonly<Record<string, never>>;
  readonly username?: string;
  readonly password?: string;
  /** A worker waits for Redis to come back rather than to fail at a chunk. */
  readonly maxRetriesPerRequest: null;
}

function wrong(message: string, cure: string): never {
  throw new MigrateError("migrate.options", message, cure);
}

const forms = "Write `redis://host:6379`, `rediss://host:6379/2` or `unix:///path/redis.sock`.";

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return wrong("The queue's address is not one of Redis.", forms);
  }
}

/** @throws MigrateError `migrate.options`; the address is not repeated, it may hold a password. */
export function redisAddress({ url, username, password }: QueueOptions): RedisAddress {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return wrong("The queue's address is no URL.", forms);
  }
  if (parsed.username !== "" || parsed.password !== "") {
    wrong("The queue's address holds a name or a password.", "Give them apart from it: `username`, `password`.");
  }
  const own = {
    maxRetriesPerRequest: null,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
  if (parsed.search !== "" || parsed.hash !== "") wrong("The queue's address has more behind its path.", forms);
  if (parsed.protocol === "unix:" && parsed.pathname.length > 1) return { ...own, path: decoded(parsed.pathname) };
  const isTls = parsed.protocol === "rediss:";
  const database = /^\/?(\d*)$/.exec(parsed.pathname)?.[1];
  if ((!isTls && parsed.protocol !== "redis:") || parsed.hostname === "" || database === undefined) {
    return wrong("The queue's address is not one of Redis.", forms);
  }
  return {
    ...own,
    host: parsed.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: parsed.port === "" ? 6379 : Number(parsed.port),
    ...(database === "" ? {} : { db: Number(database) }),
    ...(isTls ? { tls: {} } : {}),
  };
}

export type BullMq = typeof import("bullmq");

/** BullMQ is installed by those who want a queue. @throws MigrateError `migrate.queue` */
export async function loadBullMq(): Promise<BullMq> {
  try {
    return await import("bullmq");
  } catch (error) {
    const cure = "Install it beside roompass: `npm install bullmq ioredis`.";
    throw new MigrateError("migrate.queue", "A queue needs the package `bullmq`, which is not installed.", cure, {
      cause: error,
    });
  }
}

const connectMilliseconds = 10_000;
const closeMilliseconds = 2000;

/** Waits for a promise, but not for ever. @returns whether it was kept in time. */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const kept = promise.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([kept, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What of BullMQ's queues and workers is used for connecting; each tells its errors one by one. */
interface Connecting {
  waitUntilReady(): Promise<unknown>;
  on(event: "error", listener: (error?: Error) => void): unknown;
}

/** BullMQ keeps JSON in Redis; what it cannot read was put there by somebody else, and Redis is well. */
export function isForeign(error: unknown): boolean {
  return error instanceof SyntaxError;
}

/** Something is in the queue that no run has put there. */
export function foreignJob(): MigrateError {
  const cure = "Give the run and its workers a queue with a name of its own, in a Redis that nobody else writes to.";
  return new MigrateError("migrate.queue", "The queue holds something that is no chunk.", cure);
}

/**
 * Waits for the first connection. Later on Redis may go away and come back; that it was never there is told at once.
 *
 * @throws MigrateError `migrate.queue`
 */
export async function untilConnected(...connecting: readonly Connecting[]): Promise<void> {
  const failed = new Promise<never>((_resolve, reject) => {
    for (const one of connecting) one.on("error", (error) => isForeign(error) || reject(new Error("unreachable")));
  });
  failed.catch(() => undefined);
  const ready = Promise.all(connecting.map((one) => one.waitUntilReady()));
  ready.catch(() => undefined);
  if (await within(connectMilliseconds, Promise.race([ready, failed]))) return;
  throw new MigrateError(
    "migrate.queue",
    "Redis cannot be reached.",
    "Check the address, the password, and that it runs.",
  );
}

/**
 * What Redis, or BullMQ with what it found there, has to say. Of the error only Redis's own code is told, and it is no
 * cause either: it holds the command that failed, and with it tokens.
 */
export function queueFailure(error: unknown): unknown {
  if (error instanceof MigrateError || error instanceof StoppedWaiting) return error;
  if (isForeign(error)) return foreignJob();
  const code = error instanceof Error ? /^[A-Z]{2,20}(?= )/.exec(error.message)?.[0] : undefined;
  return new MigrateError(
    "migrate.queue",
    `The queue in Redis cannot be used${code === undefined ? "" : `: Redis says ${code}`}.`,
    "Look after Redis, and start the same call again: what is done is kept.",
  );
}

interface Closing {
  close(): Promise<unknown>;
  disconnect(): Promise<unknown>;
}

/**
 * Ends a worker when it has finished its chunks. Where Redis has gone away meanwhile there is nobody to give them to, and
 * they are another worker's after a while: then this one is cut off. Else it would tell a Redis that comes back that its
 * chunks failed, which ends the run.
 */
export async function closeWhenDone(worker: Closing, isThere: () => Promise<boolean>): Promise<void> {
  const closed = worker.close().catch(() => undefined);
  do {
    if (await within(closeMilliseconds, closed)) return;
  } while (await isThere());
  await closeAll(worker.disconnect());
}

/** Closes connections; one to a Redis that is not there cannot be closed in form, and is left. */
export async function closeAll(...closing: readonly Promise<unknown>[]): Promise<void> {
  await within(closeMilliseconds, Promise.all(closing));
}

import { inspect } from "node:util";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { MigrateError } from "../migrate-error.js";
import { StoppedWaiting } from "../work/rate-limit.js";
import { closeWhenDone, queueFailure, redisAddress, untilConnected } from "./redis.js";

describe("the address of a queue", () => {
  it.each([
    ["redis://queue.example", { host: "queue.example", port: 6379 }],
    ["redis://127.0.0.1:7000/2", { host: "127.0.0.1", port: 7000, db: 2 }],
    ["rediss://[::1]:1", { host: "::1", port: 1, tls: {} }],
    ["unix:///var/run/a%20b.sock", { path: "/var/run/a b.sock" }],
  ])("%s is read", (url, expected) => {
    expect(redisAddress({ url })).toEqual({ ...expected, maxRetriesPerRequest: null });
  });

  it("takes name and password apart from it", () => {
    expect(redisAddress({ url: "redis://a", username: "u", password: "p" })).toMatchObject({
      username: "u",
      password: "p",
    });
  });

  it.each([
    "localhost:6379",
    "http://a",
    "redis://",
    "redis://a/b",
    "unix:///",
    "redis://:very-private@a",
    "redis://u@a",
    "redis://a/?password=very-private",
    "redis://a#very-private",
    "unix:///very-private%zz",
  ])("%s is refused, and not repeated", (url) => {
    expect(() => redisAddress({ url })).toThrow(expect.objectContaining({ code: "migrate.options" }));
    expect(() => redisAddress({ url })).not.toThrow("very-private");
  });

  it("that nobody answers at is told, without its error's words", async () => {
    const never = new Promise<never>(() => undefined);
    const failing = { waitUntilReady: () => never, on: (_event: "error", listener: () => void) => listener() };
    await expect(untilConnected(failing)).rejects.toMatchObject({ message: "Redis cannot be reached." });
    const refusing = { waitUntilReady: () => Promise.reject(new Error("very-private")), on: () => undefined };
    await expect(untilConnected(refusing)).rejects.toMatchObject({ message: "Redis cannot be reached." });
    await untilConnected({ waitUntilReady: async () => undefined, on: () => undefined });
  });

  it("is not what is said of a queue with something in it that cannot be read", async () => {
    const reading = {
      waitUntilReady: () => new Promise((resolve) => setImmediate(resolve)),
      on: (_event: "error", listener: (error: Error) => void) => listener(new SyntaxError("very-private")),
    };
    await untilConnected(reading);
  });
});

describe("what Redis refuses", () => {
  it("is told by its code, without the command that failed", () => {
    class ReplyError extends Error {
      readonly command = { name: "evalsha", args: ["very-private"] };
    }
    const reply = new ReplyError("OOM command not allowed when used memory > 'maxmemory'.");
    const failure = queueFailure(reply) as MigrateError;
    expect(failure).toMatchObject({
      code: "migrate.queue",
      message: "The queue in Redis cannot be used: Redis says OOM.",
    });
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain("very-private");
    const other = queueFailure(
      new SyntaxError(`Unexpected token 'v', "very-private" is not valid JSON`),
    ) as MigrateError;
    expect(other.message).toBe("The queue holds something that is no chunk.");
    expect(other.cause).toBeUndefined();
    expect((queueFailure(new TypeError("very-private")) as MigrateError).message).toBe(
      "The queue in Redis cannot be used.",
    );
  });

  it("is left as it is where it is known", () => {
    const known = [new MigrateError("migrate.vendor", "x"), new StoppedWaiting()];
    expect(known.map(queueFailure)).toEqual(known);
  });
});

describe("a worker that is to end", () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  it("finishes its chunks first, however long that takes, while Redis is there", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let finish: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let looks = 0;
    let isOver = false;
    const isThere = async (): Promise<boolean> => {
      looks += 1;
      return true;
    };
    const disconnect = vi.fn(never);
    const ended = closeWhenDone({ close: () => closed, disconnect }, isThere).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect({ isOver, hasLooked: looks > 10 }).toEqual({ isOver: false, hasLooked: true });
    finish();
    await ended;
    expect(disconnect).not.toHaveBeenCalled();
  });

  it.each([
    ["is cut off at once", async () => undefined],
    ["cannot be cut off in form", never],
    ["fails to be cut off", () => Promise.reject(new Error("x"))],
  ])("does not wait for a Redis that has gone away, and has no say when it comes back: it %s", async (_how, cut) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let isOver = false;
    const disconnect = vi.fn(cut);
    void closeWhenDone({ close: never, disconnect }, async () => false).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(isOver).toBe(true);
    expect(disconnect).toHaveBeenCalledOnce();
  });

  it("ends where it cannot be closed in form", async () => {
    await closeWhenDone({ close: () => Promise.reject(new Error("x")), disconnect: never }, never);
  });
});

import { type EventEmitter, getEventListeners } from "node:events";
import { beforeEach, expect, it, vi } from "vitest";
import { setup } from "../testing/tokens.js";
import { runQueueWorker } from "./queue-worker.js";

/** BullMQ's worker, as far as nothing is in the queue. */
const bullMq = vi.hoisted(() => ({ connects: async () => undefined as unknown, worker: undefined as unknown }));

vi.mock("bullmq", async () => {
  const { EventEmitter: Emitter } = await import("node:events");
  class Worker extends Emitter {
    constructor() {
      super();
      bullMq.worker = this;
    }
    waitUntilReady = (): Promise<unknown> => bullMq.connects();
    close = async (): Promise<void> => undefined;
  }
  class Unused {}
  return { Worker, Queue: Unused, UnrecoverableError: Unused, WaitingError: Unused };
});

const queue = { url: "redis://nowhere.example" };

function started(): { stop: AbortController; ended: Promise<void>; listeners: () => number } {
  const stop = new AbortController();
  const ended = runQueueWorker({ setup, queue, signal: stop.signal });
  return { stop, ended, listeners: () => getEventListeners(stop.signal, "abort").length };
}

beforeEach(() => {
  bullMq.connects = async () => undefined;
});

it("a worker that never reached Redis listens to nobody any more", async () => {
  bullMq.connects = () => Promise.reject(new Error("very-private"));
  const { ended, listeners } = started();
  await expect(ended).rejects.toThrow("Redis cannot be reached.");
  expect(listeners()).toBe(0);
});

it("a worker that meets something that is no chunk ends with that, and listens to nobody any more", async () => {
  let connected: () => void = () => undefined;
  bullMq.connects = async () => connected();
  const reached = new Promise<void>((resolve) => {
    connected = resolve;
  });
  const { ended, listeners } = started();
  await reached;
  expect(listeners()).toBe(1);
  (bullMq.worker as EventEmitter).emit("error", new SyntaxError("very-private"));
  await expect(ended).rejects.toMatchObject({ message: "The queue holds something that is no chunk." });
  expect(listeners()).toBe(0);
});

it("a worker goes on when Redis goes away, until it is told to end", async () => {
  let connected: () => void = () => undefined;
  bullMq.connects = async () => connected();
  const reached = new Promise<void>((resolve) => {
    connected = resolve;
  });
  const { stop, ended } = started();
  await reached;
  // By then it is connected, so that an error is of later.
  await new Promise((resolve) => setImmediate(resolve));
  (bullMq.worker as EventEmitter).emit("error", new Error("connect ECONNREFUSED"));
  stop.abort();
  await ended;
});

it("a worker that is told to end before it begins ends at once", async () => {
  const stop = new AbortController();
  stop.abort();
  await runQueueWorker({ setup, queue, signal: stop.signal });
});

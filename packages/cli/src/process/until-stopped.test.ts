import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { untilStopped } from "./until-stopped.js";

describe("waiting to be stopped", () => {
  it.each(["SIGINT", "SIGTERM"])("ends with %s, and leaves a second one to the system", async (signal) => {
    const process = new EventEmitter();
    const stopped = untilStopped(process);
    expect(process.listenerCount("SIGINT")).toBe(1);
    expect(process.listenerCount("SIGTERM")).toBe(1);
    process.emit(signal);
    await stopped;
    expect(process.listenerCount("SIGINT")).toBe(0);
    expect(process.listenerCount("SIGTERM")).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { redisAddress, untilConnected } from "./redis.js";

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
});

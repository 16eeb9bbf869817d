import { describe, expect, it } from "vitest";
import { watched } from "./traps.js";

describe("the watch on clock, chance, network and environment", () => {
  it.each([
    ["Date.now", () => Date.now()],
    ["new Date()", () => new Date()],
    ["Math.random", () => Math.random()],
    ["performance.now", () => performance.now()],
    ["crypto.getRandomValues", () => crypto.getRandomValues(new Uint8Array(1))],
    ["crypto.randomUUID", () => crypto.randomUUID()],
    ["process.hrtime", () => process.hrtime()],
    ["process.hrtime", () => process.hrtime.bigint()],
    ["process.env", () => process.env["PATH"]],
    ["process.env", () => "PATH" in process.env],
    ["process.env", () => Object.keys(process.env)],
    ["process.env", () => Object.hasOwn(process.env, "PATH")],
    ["process.env", () => ({ ...process.env })],
  ] as readonly (readonly [string, () => unknown])[])("sees %s", async (name, act) => {
    expect((await watched(act)).touched).toEqual([name]);
  });

  it("sees a call of the network, and lets it fail as it would", async () => {
    const { touched } = await watched(() => fetch("http://[").catch(() => undefined));
    expect(touched).toContain("fetch");
  });

  it("sees nothing in a computation, not even a date made from a number", async () => {
    expect(await watched(() => new Date(0).toISOString())).toEqual({ value: "1970-01-01T00:00:00.000Z", touched: [] });
  });

  it("puts everything back, also when something throws", async () => {
    const before = [Date, Math.random, process.env, fetch, crypto.randomUUID, process.hrtime] as const;
    await expect(watched(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect([Date, Math.random, process.env, fetch, crypto.randomUUID, process.hrtime]).toEqual(before);
    expect(Date).toBe(before[0]);
  });
});

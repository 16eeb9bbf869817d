import { describe, expect, it } from "vitest";
import { createDailyEmulator } from "../daily/create-daily-emulator.js";
import { now, world } from "../testing/world.js";
import { faultNames, readFaultHeader, readFaults } from "./fault.js";

const apiKey = "TEST-ONLY-daily-api-key-0123456789-abcdef";
const slept: number[] = [];
const make = (faults: readonly string[] = []) =>
  createDailyEmulator({
    ...world,
    apiKey,
    faults,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
  });
const domain = (emulator = make(), headers: Record<string, string> = {}, signal?: AbortSignal) =>
  emulator.fetch("http://vendor.example/v1/", {
    headers: { authorization: `Bearer ${apiKey}`, ...headers },
    ...(signal === undefined ? {} : { signal }),
  });

describe("the words for faults", () => {
  it("have a number or none", () => {
    expect([...readFaults(["reset", "latency=20", "rate-limit", "clock-skew=-60"])]).toEqual([
      ["reset", 0],
      ["latency", 20],
      ["rate-limit", 1],
      ["clock-skew", -60],
    ]);
    expect([...readFaultHeader("hang, latency=5").keys()]).toEqual(["hang", "latency"]);
    expect(readFaultHeader(null).size).toBe(0);
    for (const name of faultNames) expect(readFaults([name]).size).toBe(1);
  });

  it.each(["", "resett", "reset=1", "latency=", "latency=a", "latency=-1", "latency=1e9", "latency=1=2", "toString"])(
    "are not %j",
    (text) => {
      expect(() => readFaults([text])).toThrow(expect.objectContaining({ code: "settings" }));
    },
  );
});

describe("faults", () => {
  it("come from the settings, a header, or a call", async () => {
    expect((await domain(make(["server-error"]))).status).toBe(500);
    expect((await domain(make(), { "x-emulator-fault": "server-error" })).status).toBe(500);
    const emulator = make();
    const body = JSON.stringify({ faults: ["server-error"], requests: 1 });
    const set = await emulator.fetch("http://vendor.example/__emulator/faults", { method: "POST", body });
    expect(set.status).toBe(200);
    expect([(await domain(emulator)).status, (await domain(emulator)).status]).toEqual([500, 200]);
  });

  it("that there are not are refused, and nothing is answered", async () => {
    expect((await domain(make(), { "x-emulator-fault": "nonsense" })).status).toBe(400);
    expect(() => make(["nonsense"])).toThrow(expect.objectContaining({ code: "settings" }));
    expect(() => make().setFaults(["reset"], 0)).toThrow(expect.objectContaining({ code: "settings" }));
  });

  it("wait by the clock that is given", async () => {
    slept.length = 0;
    expect((await domain(make(["latency=250"]))).status).toBe(200);
    expect(slept).toEqual([250]);
  });

  it("end with the caller's patience", async () => {
    const patience = new AbortController();
    const waiting = domain(make(["hang"]), {}, patience.signal);
    patience.abort();
    await expect(waiting).rejects.toThrow();
  });

  it("spoil an answer in each way", async () => {
    const limited = await domain(make(["rate-limit=7"]));
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(await limited.json()).toEqual({ error: "rate-limit-error", info: "too many requests" });
    expect((await domain(make(["wrong-type"]))).headers.get("content-type")).toBe("text/html");
    await expect((await domain(make(["reset"]))).text()).rejects.toThrow();
    await expect((await domain(make(["half-body"]))).text()).rejects.toThrow();
    const huge = await (await domain(make(["huge-body"]))).text();
    expect(huge.length).toBeGreaterThan(8_000_000);
    expect(JSON.parse(huge)).toHaveProperty("token");
  });

  it("skew the clock for questions, too", async () => {
    const emulator = make(["clock-skew=100"]);
    const place = { room: "hello", roomSettings: { exp: now + 50 } };
    expect(await emulator.join(place)).toMatchObject({ code: "exp-room" });
    emulator.setFaults([]);
    expect(await emulator.join(place)).toMatchObject({ outcome: "joined" });
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import type { ServiceStore } from "../index.js";
import { createMemoryStore } from "../index.js";
import { guestGrant, makeWorld } from "../testing/world.js";
import { Gate } from "./gate.js";

const body = { provider: "livekit", grant: guestGrant };

/** A store in which idempotency keys wait until they are let go. */
function waitingStore(): { readonly store: ServiceStore; readonly waiting: (() => void)[] } {
  const waiting: (() => void)[] = [];
  const inner = createMemoryStore();
  const store: ServiceStore = {
    ...inner,
    async begin() {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return { state: "new" };
    },
  };
  return { store, waiting };
}

/** Lets everything go on that can: encryption takes its time on other threads. */
async function settle(until: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000 && !until(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe("R28: more than can be done in time is sent away at once", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("so many work, so many wait, and the rest get 503 with Retry-After; then it goes on as before", async () => {
    const { store, waiting } = waitingStore();
    const world = await makeWorld({ settings: { store, limits: { concurrency: 2, queue: 3 } } });
    const asked = Array.from({ length: 8 }, (_, index) =>
      world.post("/v1/tokens", body, { "idempotency-key": `k${index}` }),
    );
    await settle(() => waiting.length === 2);
    const shed = await Promise.race(asked);
    expect([shed.status, shed.headers.get("retry-after")]).toEqual([503, "1"]);
    expect((await shed.json()) as object).toMatchObject({ code: "http.overloaded" });
    expect(waiting.length).toBe(2);
    expect(world.minted()).toBe(0);
    for (let done = 0; done < 5; done += 1) {
      await settle(() => waiting.length > 0);
      waiting.shift()?.();
    }
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 503, 503, 503]);
    expect(world.minted()).toBe(5);
    expect((await world.post("/v1/tokens", body)).status).toBe(200);
  });

  it("who waited too long for a place gets none: there is nobody left to answer", async () => {
    const { store, waiting } = waitingStore();
    let milliseconds = 0;
    const limits = { concurrency: 1, queue: 2, requestMilliseconds: 1000 };
    const world = await makeWorld({ settings: { store, limits, monotonicMilliseconds: () => milliseconds } });
    const first = world.post("/v1/tokens", body, { "idempotency-key": "first" });
    await settle(() => waiting.length === 1);
    const second = world.post("/v1/tokens", body, { "idempotency-key": "second" });
    await settle(() => world.events.filter(({ name }) => name === "waiting").length >= 2);
    milliseconds = 1000;
    waiting.shift()?.();
    expect([(await first).status, (await second).status, world.minted()]).toEqual([200, 503, 1]);
    expect((await world.post("/v1/tokens", body)).status).toBe(200);
  });

  it("what takes too long is answered, and keeps its place until it is over", async () => {
    const { store, waiting } = waitingStore();
    const limits = { concurrency: 1, queue: 0, requestMilliseconds: 50 };
    const world = await makeWorld({ settings: { store, limits } });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const slow = world.post("/v1/tokens", body, { "idempotency-key": "k" });
    await settle(() => waiting.length === 1);
    vi.advanceTimersByTime(50);
    const answer = await slow;
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([504, "http.too-slow"]);
    expect((await world.post("/v1/tokens", body)).status).toBe(503);
    waiting.shift()?.();
    await settle(() => world.minted() === 1 && world.audit.records.some(({ decision }) => decision === "granted"));
    await settle(() => false || world.events.at(-1)?.name === "waiting");
    expect((await world.post("/v1/tokens", body)).status).toBe(200);
  });

  it("places go to who waits longest, and none is lost", async () => {
    const seen: [number, number][] = [];
    const gate = new Gate(1, 2, (running, waiting) => seen.push([running, waiting]));
    const order: string[] = [];
    expect(gate.enter()).toBeUndefined();
    const first = gate.enter()?.then(() => order.push("first"));
    const second = gate.enter()?.then(() => order.push("second"));
    expect(() => gate.enter()).toThrow("http.overloaded");
    gate.leave();
    await first;
    gate.leave();
    await second;
    gate.leave();
    expect(order).toEqual(["first", "second"]);
    expect([gate.running, gate.waiting]).toEqual([0, 0]);
    expect(seen.at(-1)).toEqual([0, 0]);
  });
});

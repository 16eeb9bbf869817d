import { describe, expect, it } from "vitest";
import { createMemoryStore, type ServiceStore } from "../index.js";
import { guestGrant, key, makeWorld, now } from "../testing/world.js";

const authorization = `Bearer ${key}`;
const body = { provider: "livekit", grant: guestGrant };

describe("R7: so many of one key and so many from one address", () => {
  it("of 64 at once exactly as many pass as may", async () => {
    const world = await makeWorld({ policy: { rate: { requests: 20, seconds: 60 } } });
    const answers = await Promise.all(Array.from({ length: 64 }, () => world.post("/v1/tokens", body)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(20).fill(200), ...Array(44).fill(429)]);
    expect(world.minted()).toBe(20);
    expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("60");
  });

  it("a window ends, and another begins", async () => {
    const world = await makeWorld({ policy: { rate: { requests: 1, seconds: 60 } } });
    const status = async () => (await world.post("/v1/tokens", body)).status;
    expect([await status(), await status()]).toEqual([200, 429]);
    world.time = now + 59;
    expect(await status()).toBe(429);
    world.time = now + 60;
    expect([await status(), await status()]).toEqual([200, 429]);
  });

  it("a window does not last for as long as a clock was set back", async () => {
    const world = await makeWorld({ policy: { rate: { requests: 1, seconds: 60 } } });
    const status = async () => (await world.post("/v1/tokens", body)).status;
    world.time = now + 3600;
    expect([await status(), await status()]).toEqual([200, 429]);
    world.time = now;
    expect([await status(), await status()]).toEqual([200, 429]);
    world.time = now + 60;
    expect(await status()).toBe(200);
  });

  it("strangers share what their address may, and not what others' may", async () => {
    const limits = { anonymous: { requests: 2, seconds: 60 } };
    const world = await makeWorld({ settings: { limits } });
    const status = async (address: string | undefined) =>
      (await world.ask("POST", "/v1/tokens/inspect", { token: "x" }, {}, { address })).status;
    expect([await status("192.0.2.1"), await status("192.0.2.1"), await status("192.0.2.1")]).toEqual([200, 200, 429]);
    expect(await status("192.0.2.2")).toBe(200);
    expect([await status(undefined), await status("a b"), await status("x".repeat(99))]).toEqual([200, 200, 429]);
  });

  it("an address has a limit of its own for requests with keys", async () => {
    const limits = { perAddress: { requests: 2, seconds: 60 } };
    const world = await makeWorld({ settings: { limits } });
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await world.post("/v1/tokens", body)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it("strangers are counted before a byte of the body is read", async () => {
    const limits = { anonymous: { requests: 1, seconds: 60 } };
    const world = await makeWorld({ settings: { limits } });
    const head = {
      method: "POST",
      target: "/v1/tokens/inspect",
      header: (name: string) => (name === "content-type" ? "application/json" : undefined),
      peer: { address: "192.0.2.1" },
    };
    expect("answer" in (await world.service.admit(head))).toBe(true);
    expect(await world.service.admit(head)).toMatchObject({ status: 429 });
  });

  it("without a store nobody is let through", async () => {
    const down = async (): Promise<never> => {
      throw new Error("down");
    };
    const store: ServiceStore = { ...createMemoryStore(), take: down };
    const world = await makeWorld({ settings: { store } });
    expect((await world.post("/v1/tokens", body)).status).toBe(503);
    expect((await world.ask("POST", "/v1/tokens/inspect", { token: "x" })).status).toBe(503);
    expect(world.minted()).toBe(0);
  });
});

describe("R8: how much is left is told as the draft has it", () => {
  it("on what passes and on what does not", async () => {
    const world = await makeWorld({ policy: { rate: { requests: 2, seconds: 30 } } });
    const seen = [];
    for (let index = 0; index < 3; index += 1) {
      const { headers } = await world.post("/v1/tokens", body, { authorization });
      seen.push([headers.get("ratelimit"), headers.get("ratelimit-policy")]);
    }
    expect(seen).toEqual([
      ['"key";r=1;t=30', '"key";q=2;w=30'],
      ['"key";r=0;t=30', '"key";q=2;w=30'],
      ['"key";r=0;t=30', '"key";q=2;w=30'],
    ]);
  });
});

import { describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, startRedis } from "../src/testing/redis-server.js";
import { startTestServer, type TestServer } from "../src/testing/start-test-server.js";

const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h" };
const mint = { provider: "metered", grant };

async function mintedBy(servers: readonly TestServer[]): Promise<number> {
  const texts = await Promise.all(servers.map(async (server) => (await fetch(server.metricsUrl ?? "")).text()));
  const counts = texts.map((text) =>
    /roompass_upstream_requests_total\{name="metered",outcome="200"\} (\d+)/.exec(text),
  );
  return counts.reduce((sum, match) => sum + Number(match?.[1] ?? 0), 0);
}

/** Sends the same request again where it was told that it is being worked on. */
async function untilAnswered(server: TestServer, headers: Record<string, string>): Promise<Response> {
  for (;;) {
    const answer = await server.post("/v1/tokens", mint, headers);
    if (answer.status !== 409) return answer;
  }
}

async function race(servers: readonly TestServer[], headers: Record<string, string>) {
  const count = 50;
  const answers = await Promise.all(
    Array.from({ length: count }, (_, index) => untilAnswered(servers[index % servers.length]!, headers)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(count).fill(200));
  const tokens = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { token: string }).token));
  expect(new Set(tokens).size).toBe(1);
}

describe("R9: 50 identical requests at once", () => {
  it("are one to the vendor", async () => {
    const server = await startTestServer({ ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "100000" });
    await race([server], { "idempotency-key": "order-1" });
    expect(await mintedBy([server])).toBe(1);
    await server.post("/v1/tokens", mint, { "idempotency-key": "order-2" });
    expect(await mintedBy([server])).toBe(2);
  });
});

describe.skipIf(!hasRedis)("two servers with one Redis", () => {
  const limits = { ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "100000" };

  async function pair(url: string, environment: Record<string, string> = limits) {
    // Both made of the same chance, so that both have the same key.
    const randomBytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);
    const settings = { ...environment, REDIS_URL: url };
    return [
      await startTestServer(settings, { randomBytes }),
      await startTestServer(settings, { randomBytes }),
    ] as const;
  }

  it("R9: send one request to the vendor for 50 identical ones at both", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const servers = await pair(redis.url);
    await race(servers, { "idempotency-key": "order-1" });
    expect(await mintedBy(servers)).toBe(1);
  });

  it("R7: take exactly N requests of a key, and not one more", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const servers = await pair(redis.url, { ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "20" });
    const send = (_: unknown, index: number) => servers[index % 2]!.post("/v1/tokens", { provider: "daily", grant });
    const answers = await Promise.all(Array.from({ length: 64 }, send));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(44);
    for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("R17: let exactly one of 64 redeem an invitation", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const servers = await pair(redis.url, { ...limits, ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS: "100000" });
    const made = await servers[0].post("/v1/invitations", { provider: "daily", grant });
    const { invitation } = (await made.json()) as { invitation: string };
    const redeem = (_: unknown, index: number) => servers[index % 2]!.post("/v1/invitations/redeem", { invitation });
    const answers = await Promise.all(Array.from({ length: 64 }, redeem));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(63).fill(410)]);
  });

  it("go on without it where that is safe, and refuse where it is not", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const [server] = await pair(redis.url);
    const made = await server.post("/v1/invitations", { provider: "daily", grant });
    const { invitation } = (await made.json()) as { invitation: string };
    await redis.kill();
    expect((await server.post("/v1/tokens", { provider: "daily", grant })).status).toBe(200);
    expect((await server.post("/v1/tokens", mint, { "idempotency-key": "order-1" })).status).toBe(503);
    expect((await server.post("/v1/invitations/redeem", { invitation })).status).toBe(503);
    await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    await redis.restart();
    await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 10_000 }).toBe(200);
    expect((await server.post("/v1/invitations/redeem", { invitation })).status).toBe(200);
    expect(server.log()).toContain("Redis is gone");
    expect(await mintedBy([server])).toBe(0);
  });
});

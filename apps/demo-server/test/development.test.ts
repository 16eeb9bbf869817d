import { createServer, type RequestOptions, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfiguration } from "../src/configuration/read-configuration.js";
import { greeting } from "../src/greeting/greeting.js";
import { listen } from "../src/run/listen.js";
import { StartError } from "../src/run/start-error.js";
import { startTestServer, testNow } from "../src/testing/start-test-server.js";

const common = { participant: { id: "u_1" }, expiresIn: "1h" };
const grants = {
  daily: { ...common, room: "standup", rights: { moderate: true, admit: true, livestream: true, transcribe: true } },
  livekit: { ...common, room: "standup", rights: { publish: true, subscribe: true } },
  metered: { ...common, room: "standup" },
  videosdk: { ...common, room: "2kyv-gzay-64pg", entry: "direct" },
};

/** For requests that `fetch` does not make. */
function statusOf(url: string, options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject).end();
  });
}

describe("a server that nobody configured", () => {
  it("issues tokens of every vendor, and each emulator lets their holder in", async () => {
    const server = await startTestServer();
    for (const [provider, grant] of Object.entries(grants)) {
      const answer = await server.post("/v1/tokens", { provider, grant });
      const body = (await answer.json()) as { token: string; expiresAt: number };
      expect([provider, answer.status, body.expiresAt]).toEqual([provider, 200, testNow + 3600]);
      if (provider === "livekit") continue;
      const { room, participant } = grant;
      const question = { token: body.token, room, participantId: participant.id };
      const joined = await server.post(`/emulators/${provider}/__emulator/join`, question);
      expect([provider, await joined.json()]).toMatchObject([provider, { outcome: "joined" }]);
    }
  });

  it("verifies and translates what it issued, and mints the translation by a request to the emulator", async () => {
    const server = await startTestServer();
    const issued = await server.post("/v1/tokens", { provider: "daily", grant: grants.daily });
    const { token } = (await issued.json()) as { token: string };
    expect((await server.post("/v1/tokens/verify", { provider: "daily", token })).status).toBe(200);
    const moved = await server.post("/v1/translate", { token, from: "daily", to: "metered", sign: true });
    expect(await moved.json()).toMatchObject({ sourceVerified: true, token: expect.stringMatching(/^eyJ/) });
  });

  it("lets nobody issue without the key, and anybody inspect", async () => {
    const server = await startTestServer();
    const body = { provider: "daily", grant: grants.daily };
    expect((await server.post("/v1/tokens", body, { authorization: "Bearer development.x" })).status).toBe(401);
    const issued = (await (await server.post("/v1/tokens", body)).json()) as { token: string };
    const seen = await server.post("/v1/tokens/inspect", { token: issued.token }, { authorization: "" });
    expect(await seen.json()).toMatchObject({ verified: false, detection: { vendor: "daily" } });
  });

  it("answers a vendor's own calls under /emulators", async () => {
    const server = await startTestServer();
    const key = server.vendors.find(({ vendor }) => vendor === "daily")?.madeUp["DAILY_API_KEY"];
    const minted = await fetch(`${server.url}/emulators/daily/v1/meeting-tokens`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ properties: { room_name: "standup", exp: testNow + 60 } }),
    });
    expect([minted.status, await minted.json()]).toMatchObject([200, { token: expect.any(String) }]);
    const broken = fetch(`${server.url}/emulators/daily/v1/`, { headers: { "x-emulator-fault": "reset" } });
    await expect(broken).rejects.toThrow();
    expect((await fetch(`${server.url}/emulators/zoom/v1/`)).status).toBe(404);
    expect((await fetch(`${server.url}/emulators/daily?x`)).status).toBe(404);
  });

  it.each([
    [{ host: "evil.example" }],
    [{ origin: "https://evil.example" }],
    [{ origin: "null" }],
    [{ host: "127.0.0.1.evil.example" }],
  ])("keeps pages of others away from the emulators: %j", async (headers: Record<string, string>) => {
    const server = await startTestServer();
    expect(await statusOf(`${server.url}/emulators/daily/v1/`, { headers })).toBe(404);
  });

  it("answers a method of which no request can be made, and does not just hang up", async () => {
    const server = await startTestServer();
    const status = await statusOf(`${server.url}/emulators/daily/v1/meeting-tokens`, { method: "TRACE" });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it("shows every credential that it made up: who gets its tokens can check them", async () => {
    const server = await startTestServer();
    const made = server.vendors.flatMap(({ madeUp }) =>
      Object.entries(madeUp).map(([name, value]) => `${name}=${value}`),
    );
    expect(made.map((line) => line.replace(/=.*/, ""))).toContain("LIVEKIT_API_SECRET");
    const lines = greeting(server).split("\n");
    for (const line of made) expect(lines.filter((text) => text.trim() === line)).toHaveLength(1);
  });

  it("shows its key once, in the greeting and nowhere in the log", async () => {
    const server = await startTestServer({ ROOMPASS_LOG_LEVEL: "trace" });
    const { key = "" } = server;
    expect(greeting(server).split(key)).toHaveLength(2);
    await server.post("/v1/tokens", { provider: "daily", grant: grants.daily });
    expect(server.log()).toContain('"status":200');
    expect(server.log()).not.toContain(key.split(".")[1]);
  });
});

describe("a port that is taken", () => {
  async function takenPort(): Promise<number> {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    return (other.address() as AddressInfo).port;
  }

  it("is named with what to do, when it was asked for", async () => {
    const port = await takenPort();
    const start = startTestServer({ ROOMPASS_PORT: String(port) });
    await expect(start).rejects.toThrow(StartError);
    await expect(start).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be opened: it is taken by another program.`);
    await expect(start).rejects.toThrow("Set ROOMPASS_PORT to");
  });

  it("is named as the metrics' own, and so is an address that this machine does not have", async () => {
    const port = await takenPort();
    const start = startTestServer({ ROOMPASS_METRICS_PORT: String(port) });
    await expect(start).rejects.toThrow(
      `Port ${port} of 127.0.0.1 cannot be opened: it is taken by another program. Set ROOMPASS_METRICS_PORT to another one`,
    );
    // Of the documentation's network, and nobody's.
    const elsewhere = startTestServer({ ROOMPASS_METRICS_HOST: "192.0.2.1", ROOMPASS_METRICS_PORT: String(port) });
    await expect(elsewhere).rejects.toThrow("this machine does not have the address. Set ROOMPASS_METRICS_HOST to");
  });

  it("gives way to a free one, when it is only the usual one", async () => {
    const asked: number[] = [];
    const taken: NodeJS.ErrnoException = new Error("taken");
    taken.code = "EADDRINUSE";
    const server = {
      async listen({ port }: { readonly port: number }) {
        asked.push(port);
        if (port !== 0) throw taken;
        return "http://127.0.0.1:1";
      },
    };
    expect(await listen(server as never, readConfiguration({}))).toBe("http://127.0.0.1:1");
    expect(asked).toEqual([8787, 0]);
  });
});

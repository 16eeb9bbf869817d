import { request } from "node:http";
import { SpanKind, trace } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { Registry } from "prom-client";
import { describe, expect, it, onTestFinished } from "vitest";
import { openMetricsDoor } from "../src/metrics/metrics-door.js";
import { startTestServer } from "../src/testing/start-test-server.js";

const metricsKey = "TEST-ONLY-metrics-0123456789abcdef0123";
const grant = (room: string) => ({ room, participant: { id: "u_1" }, expiresIn: "1h" });
const seriesIn = (text: string) => text.split("\n").filter((line) => line.startsWith("roompass_")).length;

/** With a `Host` that `fetch` would not send. */
function statusOf(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject).end();
  });
}

describe("R24: metrics", () => {
  it("have as many series after 100 rooms, participants, methods and paths as after one", async () => {
    const plenty = {
      ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "100000",
      ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS: "100000",
    };
    const server = await startTestServer(plenty);
    const read = async () => await (await fetch(server.metricsUrl ?? "")).text();
    async function visit(index: number): Promise<void> {
      const room = `room-${index}`;
      await server.post("/v1/tokens", { provider: "daily", grant: grant(room) });
      await server.post(`/v1/unknown-${index}`, {});
      await server.post("/v1/tokens", {}, { authorization: `Bearer id-${index}.0123456789abcdef` });
      await server.post(`/emulators/daily/v1/${room}`, {});
      await fetch(`${server.url}/v1/${room}?token=${index}`);
    }
    await visit(0);
    const before = seriesIn(await read());
    await Promise.all(Array.from({ length: 100 }, (_, index) => visit(index + 1)));
    const after = await read();
    expect(seriesIn(after)).toBe(before);
    expect(after).not.toMatch(/room-|id-\d|u_1|127\.0\.0\.1/);
    expect(after).toMatch(/roompass_requests_total\{route="\/v1\/tokens",method="POST",status="200"\} 101/);
  });

  it("are on a port of their own, where nothing else is", async () => {
    const server = await startTestServer();
    const url = new URL(server.metricsUrl ?? "");
    expect(url.port).not.toBe(new URL(server.url).port);
    expect((await fetch(`${url.origin}/v1/providers`)).status).toBe(404);
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  });

  it.each<[string, number]>([
    ["evil.example", 404],
    ["127.0.0.1.evil.example", 404],
    ["evil.example:80", 404],
    ["LOCALHOST:1", 200],
    ["[::1]", 200],
  ])(
    "on this machine's own port answer a request for %s with %i: a page may have led its name here",
    async (host, status) => {
      const server = await startTestServer();
      const got = await statusOf(server.metricsUrl ?? "", host);
      expect(got).toBe(status);
    },
  );

  it("on a port that other machines reach answer whatever their network calls them", async () => {
    const registry = new Registry();
    const door = await openMetricsDoor(registry, 0, "0.0.0.0");
    onTestFinished(() => door.close());
    const status = await statusOf(`http://127.0.0.1:${new URL(door.url).port}/metrics`, "metrics.internal");
    expect(status).toBe(200);
  });

  it("can be had from the service itself with a key, and without it there is nothing to be seen", async () => {
    const server = await startTestServer({ ROOMPASS_METRICS_KEY: metricsKey });
    const url = `${server.url}/metrics`;
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { headers: { authorization: `Bearer ${metricsKey}x` } })).status).toBe(404);
    const answer = await fetch(url, { headers: { authorization: `Bearer ${metricsKey}` } });
    expect(await answer.text()).toContain("roompass_requests_total");
  });
});

describe("R25: traces", () => {
  it("have a span for each token made and each request to a vendor, without an address or a token", async () => {
    const exporter = new InMemorySpanExporter();
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
    onTestFinished(() => trace.disable());
    const server = await startTestServer();
    const secret = server.vendors.find(({ vendor }) => vendor === "metered")?.madeUp["METERED_SECRET_KEY"] ?? "";
    const answer = await server.post("/v1/tokens", { provider: "metered", grant: grant("standup") });
    const { token } = (await answer.json()) as { token: string };
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name, kind, attributes }) => ({ name, kind, attributes }))).toEqual([
      {
        name: "request metered",
        kind: SpanKind.CLIENT,
        attributes: {
          "roompass.vendor": "metered",
          "http.request.method": "POST",
          "http.response.status_code": 200,
        },
      },
      {
        name: "mint",
        kind: SpanKind.INTERNAL,
        attributes: { "roompass.vendor": "metered", "roompass.method": "request" },
      },
    ]);
    const all = JSON.stringify(
      spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
    );
    for (const text of [secret, token, "standup", "u_1"]) expect(all).not.toContain(text);
  });
});

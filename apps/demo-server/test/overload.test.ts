import { connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { rawRequest } from "../src/testing/raw-request.js";
import { startTestServer } from "../src/testing/start-test-server.js";

const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h" };
const body = JSON.stringify({ provider: "daily", grant });

describe("R28: more requests than can be worked on", () => {
  it("are turned away at once with 503 and Retry-After, and taken again when there is room", async () => {
    // Four are open at the same time at most.
    const server = await startTestServer({ ROOMPASS_MAX_CONCURRENT: "1" });
    const port = Number(new URL(server.url).port);
    const head = [
      "POST /v1/tokens HTTP/1.1",
      "host: x",
      `authorization: Bearer ${server.key}`,
      "content-type: application/json",
      `content-length: ${body.length}`,
    ].join("\r\n");
    /** Open requests whose bodies are still on their way. */
    const slow = await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise<Socket>((resolve) => {
            const socket = connect(port, "127.0.0.1", () => {
              socket.write(`${head}\r\n\r\n${body.slice(0, 5)}`, () => resolve(socket));
            });
            onTestFinished(() => void socket.destroy());
          }),
      ),
    );
    await expect.poll(() => server.server.open.count).toBe(4);

    for (let index = 0; index < 20; index += 1) {
      const shed = await server.post("/v1/tokens", body);
      expect([shed.status, shed.headers.get("retry-after")]).toEqual([503, "1"]);
      expect(await shed.json()).toMatchObject({ code: "http.overloaded" });
    }
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const metrics = await (await fetch(server.metricsUrl ?? "")).text();
    expect(metrics).toContain('roompass_requests_shed_total{reason="concurrency"} 20');

    const answers = slow.map(
      (socket) => new Promise<string>((resolve) => socket.once("data", (data) => resolve(data.toString("utf8")))),
    );
    for (const socket of slow) socket.write(body.slice(5));
    for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 (?:200|503) /);
    expect((await Promise.all(answers)).filter((answer) => answer.startsWith("HTTP/1.1 200")).length).toBeGreaterThan(
      0,
    );
    await expect.poll(() => server.server.open.count).toBe(0);
    expect((await server.post("/v1/tokens", body)).status).toBe(200);
  });

  it("are turned away when they come late in a turn of the event loop", async () => {
    const server = await startTestServer({
      ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS: "5",
      ROOMPASS_MAX_CONCURRENT: "100000",
      ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "1000000",
      ROOMPASS_REQUESTS_PER_MINUTE_PER_ADDRESS: "1000000",
    });
    const count = 2000;
    const lines = ["GET /v1/providers HTTP/1.1", "host: x", `authorization: Bearer ${server.key}`];
    const one = `${lines.join("\r\n")}\r\n\r\n`;
    const last = `${[...lines, "connection: close"].join("\r\n")}\r\n\r\n`;
    const { text } = await rawRequest(server.url, one.repeat(count - 1) + last);
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status);
    expect(statuses).toHaveLength(count);
    expect(new Set(statuses)).toEqual(new Set(["200", "503"]));
    expect((await server.post("/v1/tokens", body)).status).toBe(200);
  });
});

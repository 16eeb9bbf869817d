import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { rawRequest } from "../src/testing/raw-request.js";
import { type ServerProcess, startProcess } from "../src/testing/start-process.js";

const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h" };
const body = JSON.stringify({ provider: "daily", grant });

/** The key of the development caller, as a person would read it. */
const keyOf = ({ output }: ServerProcess): string => /API_KEY=(\S+)/.exec(output())?.[1] ?? "";

async function greeted(server: ServerProcess): Promise<string> {
  await expect.poll(() => keyOf(server), { timeout: 20_000 }).not.toBe("");
  return keyOf(server);
}

interface OpenRequest {
  readonly socket: Socket;
  readonly text: Promise<string>;
}

function connected(url: string): Promise<OpenRequest> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => resolve({ socket, text }));
    socket.setEncoding("utf8").once("error", reject);
    const text = new Promise<string>((done) => {
      let all = "";
      socket.on("data", (data) => {
        all += data;
      });
      socket.on("close", () => done(all));
    });
  });
}

/**
 * Requests whose bodies are half there, and what comes back on their connections. All connect before the first one
 * writes: from then on the server waits for the rest of a body for some seconds only, however slow this machine is.
 */
async function openRequests(url: string, key: string, count: number): Promise<readonly OpenRequest[]> {
  const head = [
    "POST /v1/tokens HTTP/1.1",
    "host: x",
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
  ].join("\r\n");
  const all = await Promise.all(Array.from({ length: count }, () => connected(url)));
  const half = `${head}\r\n\r\n${body.slice(0, 7)}`;
  await Promise.all(all.map(({ socket }) => new Promise<void>((resolve) => socket.write(half, () => resolve()))));
  return all;
}

const running = async (url: string): Promise<number> => (await fetch(`${url}/readyz`)).status;

describe("R22: a server that is told to stop", () => {
  it("says that it is not ready, answers 200 open requests, and ends with 0", async () => {
    const server = await startProcess({
      ROOMPASS_STOP_DELAY_MILLISECONDS: "3000",
      ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "100000",
    });
    const key = await greeted(server);
    expect(await running(server.url)).toBe(200);
    const open = await openRequests(server.url, key, 200);
    server.child.kill("SIGTERM");
    await expect.poll(() => running(server.url), { timeout: 20_000, interval: 20 }).toBe(503);
    // Requests are still taken while others find out, and their connections end.
    const late = await rawRequest(server.url, "GET /livez HTTP/1.1\r\nhost: x\r\n\r\n");
    expect([late.status, late.headers["connection"]]).toEqual([200, "close"]);
    for (const { socket } of open) socket.write(body.slice(7));
    const answers = await Promise.all(open.map(({ text }) => text));
    expect(new Set(answers.map((text) => text.slice(0, 13)))).toEqual(new Set(["HTTP/1.1 200 "]));
    expect(answers).toHaveLength(200);
    expect(await server.ended).toBe(0);
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
  }, 60_000);

  it("waits for open requests no longer than its limit, and ends with 1 then", async () => {
    const server = await startProcess({ ROOMPASS_STOP_LIMIT_MILLISECONDS: "200" });
    await openRequests(server.url, await greeted(server), 1);
    await expect.poll(() => fetch(`${server.url}/livez`).then(({ status }) => status)).toBe(200);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain("not everything was answered in time");
  }, 60_000);

  it("ends at once at a second signal", async () => {
    const server = await startProcess();
    await openRequests(server.url, await greeted(server), 1);
    await expect.poll(() => fetch(`${server.url}/livez`).then(({ status }) => status)).toBe(200);
    server.child.kill("SIGTERM");
    await expect.poll(() => server.output(), { timeout: 20_000 }).toContain("stopping");
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(1);
  }, 60_000);

  it("ends with 0 at Ctrl-C, which npm passes on a second time", async () => {
    const server = await startProcess();
    await greeted(server);
    server.child.kill("SIGINT");
    server.child.kill("SIGINT");
    expect(await server.ended).toBe(0);
  }, 60_000);
});

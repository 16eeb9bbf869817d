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

/** Requests whose bodies are half there, and what comes back on their connections. */
function openRequests(url: string, key: string, count: number): Promise<{ socket: Socket; text: Promise<string> }[]> {
  const head = [
    "POST /v1/tokens HTTP/1.1",
    "host: x",
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
  ].join("\r\n");
  const one = () =>
    new Promise<{ socket: Socket; text: Promise<string> }>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
        socket.write(`${head}\r\n\r\n${body.slice(0, 7)}`, () => resolve({ socket, text }));
      });
      socket.setEncoding("utf8").once("error", reject);
      const text = new Promise<string>((done) => {
        let all = "";
        socket.on("data", (data) => {
          all += data;
        });
        socket.on("close", () => done(all));
      });
    });
  return Promise.all(Array.from({ length: count }, one));
}

const running = async (url: string): Promise<number> => (await fetch(`${url}/readyz`)).status;

describe("R22: a server that is told to stop", () => {
  it("says that it is not ready, answers 200 open requests, and ends with 0", async () => {
    const server = await startProcess({
      ROOMPASS_STOP_DELAY_MILLISECONDS: "3000",
      ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: "100000",
    });
    const open = await openRequests(server.url, await greeted(server), 200);
    expect(await running(server.url)).toBe(200);
    server.child.kill("SIGTERM");
    await expect.poll(() => running(server.url), { timeout: 20_000, interval: 20 }).toBe(503);
    // Requests are still taken while others find out, and their connections end.
    const late = await rawRequest(server.url, "GET /livez HTTP/1.1\r\nhost: x\r\n\r\n");
    expect([late.status, late.headers["connection"]]).toEqual([200, "close"]);
    for (const { socket } of open) socket.write(body.slice(7));
    const answers = await Promise.all(open.map(({ text }) => text));
    expect(answers.filter((text) => text.startsWith("HTTP/1.1 200 "))).toHaveLength(200);
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

import { describe, expect, it } from "vitest";
import { rawRequest } from "../src/testing/raw-request.js";
import { startTestServer, type TestServer } from "../src/testing/start-test-server.js";

const grant = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h" };
const body = JSON.stringify({ provider: "daily", grant });

function head(server: TestServer, ...lines: readonly string[]): string {
  return [
    "POST /v1/tokens HTTP/1.1",
    "host: 127.0.0.1",
    `authorization: Bearer ${server.key}`,
    "content-type: application/json",
    "connection: close",
    ...lines,
    "",
    "",
  ].join("\r\n");
}

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
}

function problemOf(answer: { readonly headers: Readonly<Record<string, string>>; readonly body: string }): Problem {
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
  return JSON.parse(answer.body.replace(/^[\da-f]+\r\n|\r\n0\r\n\r\n$/g, "")) as Problem;
}

describe("R4, R5, R6: requests as bytes", () => {
  it("are answered when they are good", async () => {
    const server = await startTestServer();
    const answer = await rawRequest(server.url, head(server, `content-length: ${body.length}`), body);
    expect(answer.status).toBe(200);
  });

  it.each<[string, number, readonly string[], readonly (string | Uint8Array)[]]>([
    ["a length that is too long", 413, ["content-length: 40000"], ["x".repeat(40_000)]],
    ["chunks that are too long", 413, ["transfer-encoding: chunked"], [`9c40\r\n${"x".repeat(40_000)}\r\n0\r\n\r\n`]],
    ["both a length and chunks", 400, ["content-length: 5", "transfer-encoding: chunked"], ["0\r\n\r\n"]],
    ["two lengths", 400, ["content-length: 5", "content-length: 6"], ["hello"]],
    ["a length that is none", 400, ["content-length: 1e3"], [""]],
    ["a chunk that is none", 400, ["transfer-encoding: chunked"], ["zz\r\n"]],
    ["two authorizations", 401, [`content-length: ${body.length}`, "authorization: Bearer a.b"], [body]],
    ["two content types", 415, [`content-length: ${body.length}`, "content-type: text/plain"], [body]],
    ["a compressed body", 415, [`content-length: ${body.length}`, "content-encoding: gzip"], [body]],
    ["no body", 400, ["content-length: 0"], []],
    ["headers that are too long", 431, [`x-long: ${"x".repeat(20_000)}`], []],
    ["bytes that are no UTF-8", 400, ["content-length: 2"], [Uint8Array.of(0xff, 0xfe)]],
  ])("are refused with %s (%i)", async (_what, status, lines, pieces) => {
    const server = await startTestServer();
    const answer = await rawRequest(server.url, head(server, ...lines), ...pieces);
    expect(answer.status).toBe(status);
    expect(problemOf(answer).status).toBe(status);
  });

  it.each([
    "GARBAGE\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "GET /v1/providers HTTP/1.1\r\n\r\n",
    "GET /\u0000 HTTP/1.1\r\nhost: x\r\n\r\n",
    "GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n",
  ])("that are no HTTP get a problem and the end of the connection: %j", async (text) => {
    const server = await startTestServer();
    const answer = await rawRequest(server.url, text);
    expect(problemOf(answer).status).toBe(400);
    expect(answer.headers["connection"]).toBe("close");
  });

  it.each<[string, string, number]>([
    ["GET", "/nothing", 404],
    ["GET", "/v1/tokens", 405],
    ["PUT", "/v1/tokens", 405],
    ["PROPFIND", "/v1/tokens", 405],
    ["POST", "/v1/tokens/", 404],
    ["POST", "//v1/tokens", 404],
    ["POST", "/v1%2Ftokens", 404],
    ["POST", "/V1/tokens", 404],
    ["POST", "/x/../v1/tokens", 404],
    ["POST", "/v1/tokens;x", 404],
    ["POST", "/v1/tokens%00", 404],
    ["POST", "/%", 400],
    ["POST", "/", 404],
    ["POST", "http://evil.example/v1/tokens", 404],
    ["GET", "/assets/../../package.json", 404],
    ["GET", "/_headers", 404],
  ])("%s %s gets a problem with %i", async (method, target, status) => {
    const server = await startTestServer();
    const key = `authorization: Bearer ${server.key}`;
    const lines = [`${method} ${target} HTTP/1.1`, "host: x", key, "connection: close", "content-length: 0"];
    const answer = await rawRequest(server.url, `${lines.join("\r\n")}\r\n\r\n`);
    expect(answer.status).toBe(status);
    expect(problemOf(answer)).toMatchObject({ status, type: expect.stringMatching(/#http\./) });
  });

  it("that arrive too slowly are ended", async () => {
    const server = await startTestServer({}, { bodyMilliseconds: 50 });
    const half = head(server, `content-length: ${body.length}`) + body.slice(0, 10);
    const answer = await rawRequest(server.url, half);
    expect(problemOf(answer)).toMatchObject({ status: 408, code: "http.timeout" });
    const stays = await rawRequest(server.url, half.replace("connection: close\r\n", ""));
    expect(stays.status).toBe(408);
    expect(stays.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it("of HTTP/1.0 need no Host: checks of load balancers send none", async () => {
    const server = await startTestServer();
    const answer = await rawRequest(server.url, "GET /readyz HTTP/1.0\r\n\r\n");
    expect([answer.status, answer.body]).toEqual([200, '{"status":"ok"}']);
    // What has no password is still asked for by this machine's names only.
    const emulator = await rawRequest(server.url, "GET /emulators/daily/v1/rooms HTTP/1.0\r\n\r\n");
    expect(emulator.status).toBe(404);
  });

  it("that break off leave nothing behind", async () => {
    const server = await startTestServer();
    const { connect } = await import("node:net");
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => {
        socket.write(head(server, `content-length: ${body.length}`) + body.slice(0, 10), () => {
          socket.destroy();
          resolve();
        });
      });
    });
    await expect.poll(() => server.server.open.count).toBe(0);
    expect((await server.post("/v1/tokens", body)).status).toBe(200);
  });

  it("are not smuggled behind one that was refused unread", async () => {
    const server = await startTestServer();
    const inner = `GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`;
    const outer = `POST /v1/tokens HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10000\r\nconnection: close\r\n\r\n`;
    const answer = await rawRequest(server.url, outer, inner);
    expect(answer.status).toBe(401);
    expect(answer.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

describe("R20: headers", () => {
  it("of an answer with a token", async () => {
    const server = await startTestServer();
    const answer = await server.post("/v1/tokens", body);
    const {
      date: _,
      "content-length": __,
      "keep-alive": ___,
      "x-request-id": ____,
      ...headers
    } = Object.fromEntries(answer.headers);
    expect(headers).toMatchSnapshot();
  });

  it("of the documentation and of problems allow no script", async () => {
    const server = await startTestServer();
    for (const path of ["/docs", "/nothing", "/openapi.json", "/"]) {
      const { headers } = await fetch(server.url + path);
      expect([path, headers.get("content-security-policy")]).toEqual([
        path,
        expect.stringContaining("default-src 'none'"),
      ]);
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });
});

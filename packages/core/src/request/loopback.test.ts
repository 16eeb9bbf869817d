import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { Credential } from "./credential.js";
import { type ExecuteOptions, executePlan } from "./execute-plan.js";
import type { RequestPlan } from "./request-plan.js";
import { type Loopback, says, startLoopback } from "./testing/loopback.js";

const credential = new Credential("TEST-ONLY key&secret", "apiKey");
let vendor: Loopback;
let canary: Loopback;

beforeAll(async () => {
  [vendor, canary] = await Promise.all([startLoopback(), startLoopback()]);
});
afterAll(() => Promise.all([vendor.close(), canary.close()]));
beforeEach(() => vendor.answer(says("{}")));

const planOf = (change: Partial<RequestPlan> = {}): RequestPlan => ({
  vendor: "toy",
  method: "POST",
  url: `${vendor.url}/v1/tokens`,
  headers: {},
  body: { room: "standup" },
  secret: { in: "query", name: "secretKey" },
  ...change,
});
const run = (options: Partial<ExecuteOptions> = {}, change: Partial<RequestPlan> = {}) =>
  executePlan(planOf(change), { credential, ...options });
const outcome = (options: Partial<ExecuteOptions> = {}): Promise<string> => outcomeOf(() => run(options));

describe("a real request", () => {
  it("arrives as planned, with the secret in its place", async () => {
    vendor.answer(says('{"token":"t"}'));
    expect((await run()).body["token"]).toBe("t");
    await run(
      {},
      { secret: { in: "header", name: "authorization", prefix: "Bearer " }, method: "GET", body: undefined },
    );
    const [query, header] = vendor.seen.slice(-2);
    expect(query).toMatchObject({ method: "POST", body: '{"room":"standup"}' });
    expect(query?.url).toBe("/v1/tokens?secretKey=TEST-ONLY%20key%26secret");
    expect(query?.headers).toMatchObject({ accept: "application/json", "content-type": "application/json" });
    expect(query?.headers).not.toHaveProperty("authorization");
    expect(header).toMatchObject({ method: "GET", url: "/v1/tokens", body: "" });
    expect(header?.headers["authorization"]).toBe("Bearer TEST-ONLY key&secret");
  });
});

describe("a vendor that fails", () => {
  it("by being away is one that could not be reached", async () => {
    const gone = await startLoopback();
    await gone.close();
    const error = await errorOf(() => run({}, { url: `${gone.url}/v1/tokens` }));
    expect(error).toMatchObject({ code: "request.failed", details: { vendor: "toy" } });
    expect(error.cause).toBeUndefined();
  });

  it("by answering late is out of time", async () => {
    vendor.answer((_request, response) => setTimeout(() => response.end("{}"), 90));
    expect(await outcome({ timeoutMilliseconds: 30 })).toBe("request.timeout");
    expect(await outcome({ timeoutMilliseconds: 5000 })).toBe("ok");
  });

  it("by never answering is out of time", async () => {
    vendor.answer(() => undefined);
    expect(await outcome({ timeoutMilliseconds: 30 })).toBe("request.timeout");
  });

  it("by never ending its answer is out of time", async () => {
    vendor.answer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"token":');
    });
    expect(await outcome({ timeoutMilliseconds: 50 })).toBe("request.timeout");
  });

  it("by dripping its answer is out of time", async () => {
    vendor.answer((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(drip));
    });
    expect(await outcome({ timeoutMilliseconds: 50 })).toBe("request.timeout");
  });

  it("by resetting the connection broke off", async () => {
    vendor.answer((request) => request.socket.resetAndDestroy());
    expect(await outcome()).toBe("request.failed");
  });

  it("by breaking off in the middle broke off", async () => {
    vendor.answer((request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"token":"t"', () => request.socket.destroy());
    });
    expect(await outcome()).toBe("request.failed");
  });

  it("by announcing more than it sends broke off", async () => {
    vendor.answer((request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("{}", () => request.socket.end());
    });
    expect(await outcome()).toBe("request.failed");
  });

  it("by announcing less than it sends is not believed", async () => {
    vendor.answer((request) => {
      request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: close\r\n\r\n{"token":"t"}');
    });
    expect(await outcome()).toMatch(/^request\.(bad-answer|failed)$/);
  });

  it("by not speaking http broke off", async () => {
    vendor.answer((request) => request.socket.end("220 mail.example ready\r\n"));
    expect(await outcome()).toBe("request.failed");
  });

  it.each([400, 401, 403, 404, 500, 502, 503])("with status %s rejected the request", async (status) => {
    vendor.answer(says('{"error":"no","info":"because"}', status));
    const error = await errorOf(() => run());
    expect(error.code).toBe("request.rejected");
    expect(error.details).toEqual({ vendor: "toy", status, vendorCode: "no", vendorMessage: "because" });
  });

  it("with status 429 says when to come back, or not", async () => {
    vendor.answer(says("{}", 429, { "Retry-After": "7" }));
    expect(await errorOf(() => run())).toMatchObject({
      code: "request.rate-limited",
      details: { status: 429, retryAfterSeconds: 7 },
    });
    vendor.answer(says("{}", 429));
    expect((await errorOf(() => run())).details).not.toHaveProperty("retryAfterSeconds");
  });
});

describe("an answer that is not what was promised", () => {
  it.each([
    ["a page", "<!doctype html><title>Welcome</title>"],
    ["nothing", ""],
    ["a list", "[]"],
    ["a text", '"token"'],
    ["half of it", '{"token":'],
    ["a name twice", '{"token":"a","token":"b"}'],
    ["a byte order mark", '\ufeff{"token":"a"}'],
    ["other bytes", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])("is a bad one: %s", async (_what, text) => {
    vendor.answer(says(text));
    expect(await outcome()).toBe("request.bad-answer");
  });

  it("is a bad one when it is empty with a status that says so", async () => {
    vendor.answer((_request, response) => response.writeHead(204).end());
    expect(await outcome()).toBe("request.bad-answer");
  });

  it("is read by its text and not by its type", async () => {
    vendor.answer(says('{"token":"t"}', 200, { "content-type": "text/html" }));
    expect(await outcome()).toBe("ok");
    vendor.answer(says("<title>no</title>", 200, { "content-type": "application/json" }));
    expect(await outcome()).toBe("request.bad-answer");
  });

  it("costs no more than the limit, however huge it is", async () => {
    let written = 0;
    vendor.answer((_request, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(16_384, 0x20);
      const fill = (): void => {
        // Sixteen megabytes would be the whole of it.
        while (written < 2 ** 24) {
          written += chunk.length;
          if (!response.write(chunk)) {
            response.once("drain", fill);
            return;
          }
        }
        response.end();
      };
      fill();
    });
    expect(await outcome()).toBe("request.bad-answer");
    expect(written).toBeLessThan(2 ** 24);
  });

  it("is a bad one when an error has no end, too", async () => {
    vendor.answer(says(" ".repeat(70_000), 500));
    expect(await outcome()).toBe("request.bad-answer");
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])("with status %s is an error, and nobody follows it", async (status) => {
    vendor.answer(says("{}", status, { location: `${canary.url}/elsewhere` }));
    expect(await outcome()).toBe("request.failed");
    const toItself = vendor.seen.length;
    vendor.answer(says("{}", status, { location: `${vendor.url}/v2` }));
    expect(await outcome()).toBe("request.failed");
    expect(vendor.seen).toHaveLength(toItself + 1);
    expect(canary.seen).toHaveLength(0);
  });
});

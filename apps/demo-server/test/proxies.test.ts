import { describe, expect, it } from "vitest";
import { startTestServer } from "../src/testing/start-test-server.js";

const key = { authorization: "Bearer nobody.0123456789abcdef" };
/** One failed attempt a minute and address: a second address shows as a second 401. */
const once = { ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS: "1" };

describe("R21: proxy headers", () => {
  it("from a stranger change nothing", async () => {
    const server = await startTestServer(once);
    const from = (address: string) =>
      server.post(
        "/v1/tokens",
        {},
        { ...key, "x-forwarded-for": address, forwarded: `for=${address}`, "x-real-ip": address },
      );
    expect((await from("203.0.113.1")).status).toBe(401);
    expect((await from("203.0.113.2")).status).toBe(429);
  });

  it("from a trusted proxy say who it is", async () => {
    const server = await startTestServer({ ...once, TRUSTED_PROXIES: "127.0.0.0/8" });
    const from = async (addresses: string) =>
      (await server.post("/v1/tokens", {}, { ...key, "x-forwarded-for": addresses })).status;
    expect(await from("203.0.113.1")).toBe(401);
    expect(await from("203.0.113.2")).toBe(401);
    expect(await from("203.0.113.1")).toBe(429);
    // Whatever a client says itself stands before what the proxy has seen.
    expect(await from("198.51.100.7, 203.0.113.1")).toBe(429);
    expect(await from("nonsense\\, 203.0.113.2")).toBe(429);
  });

  it("that name no address count for the proxy itself", async () => {
    const server = await startTestServer({ ...once, TRUSTED_PROXIES: "127.0.0.1" });
    const from = async (text: string) =>
      (await server.post("/v1/tokens", {}, { ...key, "x-forwarded-for": text })).status;
    expect(await from("anything-1")).toBe(401);
    expect(await from("anything-2")).toBe(429);
  });
});

describe("R27: plain http", () => {
  it("before a trusted proxy is refused and not redirected", async () => {
    const server = await startTestServer({ TRUSTED_PROXIES: "127.0.0.1" });
    for (const said of ["http", "https, http", "HTTP", "ws"]) {
      const answer = await server.post("/v1/tokens", {}, { "x-forwarded-proto": said });
      expect([said, answer.status, await answer.json()]).toMatchObject([said, 403, { code: "http.https-required" }]);
    }
    const answer = await server.post("/v1/tokens", {}, { "x-forwarded-proto": "https" });
    expect(answer.status).toBe(400);
  });

  it("is nothing that a stranger can say", async () => {
    const server = await startTestServer();
    expect((await server.post("/v1/tokens", {}, { "x-forwarded-proto": "http" })).status).toBe(400);
  });
});

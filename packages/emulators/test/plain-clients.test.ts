// What somebody writes who reads the vendors' pages and has no package of anybody's: `fetch`, and a JWT library.
import jsonwebtoken from "jsonwebtoken";
import { describe, expect, it } from "vitest";
import { createDailyEmulator, createMeteredEmulator, createVideosdkEmulator } from "../src/index.js";
import { startEmulator } from "../src/node.js";
import { now, onTheWire } from "./over-http.js";

const clock = () => now;
const json = async (answer: Response): Promise<Record<string, unknown>> =>
  (await answer.json()) as Record<string, unknown>;

interface Told {
  readonly outcome: string;
  readonly code?: string | number;
}

/** Asks the emulator's own path whether somebody gets in. */
async function join(url: string, visit: Record<string, unknown>): Promise<Told> {
  const answer = await fetch(`${url}/__emulator/join`, { method: "POST", body: JSON.stringify(visit) });
  return (await answer.json()) as Told;
}

describe("a back end for Daily", () => {
  it("makes a private room and a token for its host", async () => {
    const { url, emulator } = await onTheWire(createDailyEmulator({ clock }));
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${emulator.credentials.apiKey}` };
    const room = await fetch(`${url}/v1/rooms`, {
      method: "POST",
      headers,
      body: JSON.stringify({ name: "consulting", privacy: "private" }),
    });
    expect((await json(room))["name"]).toBe("consulting");
    const properties = { room_name: "consulting", is_owner: true, user_name: "Host", exp: now + 3600 };
    const made = await fetch(`${url}/v1/meeting-tokens`, {
      method: "POST",
      headers,
      body: JSON.stringify({ properties }),
    });
    const { token } = await json(made);
    expect(await json(await fetch(`${url}/v1/meeting-tokens/${token}`, { headers }))).toEqual(properties);
    expect(await join(url, { token, room: "consulting" })).toMatchObject({ outcome: "joined" });
    expect(await join(url, { room: "consulting" })).toMatchObject({ code: "not-allowed" });
    // The one way to take back a token that Daily signed: its room goes.
    expect(await json(await fetch(`${url}/v1/rooms`, { headers }))).toMatchObject({ total_count: 1 });
    const deleted = await fetch(`${url}/v1/rooms/consulting`, { method: "DELETE", headers });
    expect(await json(deleted)).toEqual({ deleted: true, name: "consulting" });
    expect((await fetch(`${url}/v1/rooms/consulting`, { headers })).status).toBe(404);
    expect(await join(url, { token, room: "consulting" })).toMatchObject({ outcome: "refused" });
  });

  it("is told what is wrong in the documented words", async () => {
    const { url, emulator } = await onTheWire(createDailyEmulator({ clock }));
    const told = async (path: string, authorization?: string, body?: string) => {
      const headers = authorization === undefined ? {} : { authorization };
      const answer = await fetch(url + path, { headers, ...(body === undefined ? {} : { method: "POST", body }) });
      return [answer.status, (await json(answer))["error"]];
    };
    const key = `Bearer ${emulator.credentials.apiKey}`;
    expect(await told("/v1/rooms")).toEqual([400, "authorization-header-error"]);
    expect(await told("/v1/rooms", "Bearer TEST-ONLY-wrong")).toEqual([401, "authentication-error"]);
    expect(await told("/v1/nothing", "Bearer TEST-ONLY-wrong")).toEqual([404, "not-found"]);
    expect(await told("/v1/meeting-tokens", key, "{")).toEqual([400, "json-parsing-error"]);
    expect(await told("/v1/meeting-tokens", key, '{"properties":{"exp":"soon"}}')).toEqual([
      400,
      "invalid-request-error",
    ]);
    expect(await told("/v1/meeting-tokens/a.b.c", key)).toEqual([400, "invalid-request-error"]);
  });

  it("signs tokens itself, as the page on self-signing says", async () => {
    const { url, emulator } = await onTheWire(createDailyEmulator({ clock, rooms: { test: { privacy: "private" } } }));
    const { apiKey, domainId } = emulator.credentials;
    const token = jsonwebtoken.sign({ r: "test", iat: now, d: domainId, o: true }, apiKey, { algorithm: "HS256" });
    expect(await join(url, { token, room: "test" })).toMatchObject({ outcome: "joined", participant: { owner: true } });
    const misnamed = jsonwebtoken.sign({ room_name: "test", iat: now, domain_id: domainId }, apiKey);
    expect(await join(url, { token: misnamed, room: "test" })).toMatchObject({ code: "not-allowed" });
  });
});

describe("a back end for Metered", () => {
  it("makes a private room and a token for it", async () => {
    const { url, emulator } = await onTheWire(createMeteredEmulator({ clock }));
    const query = `?secretKey=${emulator.credentials.secretKey}`;
    const post = (path: string, body: unknown) =>
      fetch(`${url}/api/v1${path}`, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
    await post(`/room${query}`, { roomName: "demo", privacy: "private" });
    const made = await post(`/token${query}`, { roomName: "demo", isAdmin: true, expireUnixSec: now + 3600 });
    const { token } = await json(made);
    expect(await json(await post("/token/validate", { token }))).toMatchObject({ data: { roomName: "demo" } });
    expect(await join(url, { token, room: "demo" })).toMatchObject({
      outcome: "joined",
      participant: { isAdmin: true },
    });
    expect(await join(url, { token, room: "demo", at: now + 3600 })).toMatchObject({ code: "token-expired" });
    expect(await json(await fetch(`${url}/api/v1/room/demo${query}`))).toMatchObject({ privacy: "private" });
    const archived = await fetch(`${url}/api/v1/room/demo${query}`, { method: "DELETE" });
    expect(await json(archived)).toEqual({ success: true, message: "Room successfully archived" });
    expect(await join(url, { token, room: "demo" })).toMatchObject({ outcome: "refused" });
  });

  it("that forgets the body has made a key to everything", async () => {
    const { url, emulator } = await onTheWire(createMeteredEmulator({ clock, rooms: { a: { privacy: "private" } } }));
    const { secretKey } = emulator.credentials;
    const { token } = await json(await fetch(`${url}/api/v1/token?secretKey=${secretKey}`, { method: "POST" }));
    expect(await join(url, { token, room: "a", at: now + 1e9 })).toMatchObject({ outcome: "joined" });
  });
});

describe("a back end for VideoSDK", () => {
  it("signs a token, makes a room with it, and validates the room", async () => {
    const { url, emulator } = await onTheWire(createVideosdkEmulator({ clock }));
    const { apiKey, secret } = emulator.credentials;
    const sign = (claims: object) =>
      jsonwebtoken.sign({ apikey: apiKey, version: 2, iat: now, ...claims }, secret, { expiresIn: "120m" });
    const Authorization = sign({ permissions: ["allow_join"], roles: ["crawler"] });
    const headers = { Authorization, "Content-Type": "application/json" };
    const { roomId } = await json(await fetch(`${url}/v2/rooms`, { method: "POST", headers }));
    const validated = await fetch(`${url}/v2/rooms/validate/${roomId}`, { headers });
    expect((await json(validated))["roomId"]).toBe(roomId);
    const token = sign({ permissions: ["allow_join"], roles: ["rtc"], roomId, participantId: "lxvdplwt" });
    expect(await join(url, { token, room: roomId, participantId: "lxvdplwt" })).toMatchObject({ outcome: "joined" });
    expect(await join(url, { token, room: roomId })).toMatchObject({ outcome: "refused", code: 4023 });
  });
});

describe("a command", () => {
  it("starts a vendor by name and stops it", async () => {
    const { url, close, emulator } = await startEmulator({ vendor: "metered", clock });
    expect([emulator.vendor, emulator.credentials.appName]).toEqual(["metered", "emulated"]);
    expect((await fetch(`${url}/api/v1/rooms`)).status).toBe(401);
    await close();
  });
});

import { describe, expect, it } from "vitest";
import { call, claimsIn, now, world } from "../testing/world.js";
import { createMeteredEmulator } from "./create-metered-emulator.js";

const secretKey = "TEST-ONLY-metered-secret-0123456789-abcdef";
const emulator = createMeteredEmulator({ ...world, appName: "test-app", secretKey });
const metered = (method: string, path: string, body?: unknown, query = `?secretKey=${secretKey}`) =>
  call(emulator, method, `/api/v1${path}${query}`, body === undefined ? {} : { body });
const mint = async (body: unknown): Promise<string> =>
  ((await metered("POST", "/token", body)).body as { token: string }).token;
const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

describe("minting", () => {
  it("makes an eternal token for the whole app of nothing", async () => {
    const token = await mint({});
    expect(claimsIn(token)).toEqual({ data: { appName: "test-app", meteredParticipantId: uuid }, iat: now });
    const roomSettings = { privacy: "private" };
    expect((await emulator.join({ token, room: "any", at: now + 1e9, roomSettings })).outcome).toBe("joined");
    expect((await metered("POST", "/token")).status).toBe(200);
  });

  it("repeats what was asked for, and adds no expiry of its own", async () => {
    const body = { roomName: "hello", isAdmin: true, expireUnixSec: now + 60, meta: '{"a":1}' };
    expect(claimsIn(await mint(body))).toEqual({
      data: { ...body, appName: "test-app", meteredParticipantId: uuid },
      iat: now,
    });
  });

  it.each([
    { expireUnixSec: now * 1000 },
    { expireUnixSec: 0 },
    { expireUnixSec: "2027-01-01T00:00:00Z" },
    { ejectAfterElapsedTimeInSec: 0 },
    { meta: "x".repeat(1001) },
    { meta: {} },
    { roomName: "a room" },
    { roomName: "" },
    { roomName: "test-app.metered.live/hello" },
    { roomName: "hello?name=Alice" },
    { roomName: "hello", externalUserId: "" },
    { expirationDate: "2027-01-01" },
    { roomURL: "x" },
    [],
    "{",
  ])("refuses %j", async (body) => {
    const answer = await metered("POST", "/token", body);
    expect(answer).toMatchObject({ status: 400, body: { success: false, message: "Invalid request" } });
  });

  it.each(["", "?secretKey=", "?secretKey=TEST-ONLY-wrong", `?secretKey=${secretKey}&secretKey=x`])(
    "needs the secret, and not %j",
    async (query) => {
      expect((await metered("POST", "/token", {}, query)).status).toBe(401);
    },
  );
});

describe("validating", () => {
  const validate = (token: unknown) => metered("POST", "/token/validate", { token }, "");

  it("needs no secret and says what is in the token, however old it is", async () => {
    const token = await mint({ roomName: "hello", expireUnixSec: 1 });
    expect(await validate(token)).toEqual({ status: 200, body: claimsIn(token) });
  });

  it("refuses what the vendor did not sign", async () => {
    const other = createMeteredEmulator({ ...world, appName: "test-app", secretKey });
    const { body } = await call(other, "POST", `/api/v1/token?secretKey=${secretKey}`, { body: {} });
    expect(await validate((body as { token: string }).token)).toMatchObject({ status: 400, body: { success: false } });
    for (const odd of ["", "a.b.c", 1, null, undefined]) expect((await validate(odd)).status).toBe(400);
  });
});

describe("rooms", () => {
  it("are made, changed and archived", async () => {
    const made = await metered("POST", "/room", { roomName: "hello" });
    expect(made).toMatchObject({ status: 200, body: { roomName: "hello", privacy: "public", archived: false } });
    expect(await metered("POST", "/room", { roomName: "hello" })).toMatchObject({
      status: 400,
      body: { error: { details: "room already exists" } },
    });
    expect((await metered("PUT", "/room/hello", { privacy: "private" })).body).toMatchObject({ privacy: "private" });
    expect((await metered("GET", "/room/hello")).body).toMatchObject({ privacy: "private" });
    expect((await metered("GET", "/rooms")).body).toHaveLength(1);
    expect(await emulator.join({ room: "hello" })).toMatchObject({ code: "token-required" });
    const archived = { success: true, message: "Room successfully archived" };
    expect((await metered("DELETE", "/room/hello")).body).toEqual(archived);
    expect(await metered("GET", "/room/hello")).toMatchObject({ status: 404, body: { message: "room not found" } });
    expect(await metered("PUT", "/room/hello", {})).toMatchObject({ status: 404, body: { message: "room not found" } });
    const refused = { success: false, message: "Invalid request" };
    expect(await metered("DELETE", "/room/hello")).toEqual({ status: 400, body: refused });
    expect(await emulator.join({ room: "hello" })).toMatchObject({ code: "room-not-found" });
  });

  it.each([
    { roomName: "a room" },
    { privacy: "secret" },
    { expireUnixSec: now * 1000 },
    '{"__proto__":{"roomName":"a/b"}}',
  ])("are refused as %j", async (body) => {
    expect((await metered("POST", "/room", body)).status).toBe(400);
  });

  it("are not where there is no such path", async () => {
    for (const [method, path] of [
      ["GET", "/token"],
      ["POST", "/room/x"],
      ["GET", "/room/a/b"],
      ["GET", ""],
      ["POST", "%2Ftoken"],
      ["POST", "/token%2Fvalidate"],
    ] as const) {
      expect((await metered(method, path)).status).toBe(404);
    }
  });
});

import { describe, expect, it } from "vitest";
import { call, claimsIn, now, world } from "../testing/world.js";
import { createDailyEmulator } from "./create-daily-emulator.js";

const apiKey = "TEST-ONLY-daily-api-key-0123456789-abcdef";
const emulator = createDailyEmulator({ ...world, apiKey });
const { domainId } = emulator.credentials;
const authorization = `Bearer ${apiKey}`;
const daily = (method: string, path: string, body?: unknown, headers: Record<string, string> = { authorization }) =>
  call(emulator, method, `/v1${path}`, { headers, ...(body === undefined ? {} : { body }) });
const mint = async (properties?: unknown): Promise<string> => {
  const { body } = await daily("POST", "/meeting-tokens", properties === undefined ? undefined : { properties });
  return (body as { token: string }).token;
};

describe("the key", () => {
  it.each([
    [{}, 400, { error: "authorization-header-error", info: "invalid authorization header" }],
    [{ authorization: apiKey }, 400, { error: "authorization-header-error", info: "invalid authorization header" }],
    [{ authorization: "Bearer " }, 400, { error: "authorization-header-error", info: "invalid authorization header" }],
    [{ authorization: "Bearer TEST-ONLY-unknown" }, 401, { error: "authentication-error" }],
  ])("%j is answered with %i", async (headers, status, body) => {
    expect(await daily("GET", "/", undefined, headers as Record<string, string>)).toEqual({ status, body });
  });

  it.each([
    ["GET", "/meeting-tokens"],
    ["DELETE", "/meeting-tokens/x"],
    ["PUT", "/"],
    ["GET", "/recordings"],
    ["GET", "/rooms/a/b"],
  ])("is not even looked at for %s %s, which there is not", async (method, path) => {
    const body = { error: "not-found", info: "api endpoint does not exist" };
    expect(await daily(method, path, undefined, {})).toEqual({ status: 404, body });
  });

  it("belongs to one domain", async () => {
    const body = { domain_name: "emulated", domain_id: domainId, config: {} };
    expect(await daily("GET", "/")).toEqual({ status: 200, body });
    expect(await daily("GET", "")).toEqual({ status: 200, body });
  });
});

describe("minting", () => {
  it.each([undefined, {}])("makes an eternal token for every room of %j", async (properties) => {
    const token = await mint(properties);
    expect(claimsIn(token)).toEqual({ d: domainId, iat: now });
    const roomSettings = { privacy: "private" };
    expect((await emulator.join({ token, room: "any", at: now + 1e9, roomSettings })).outcome).toBe("joined");
  });

  it("shortens every name", async () => {
    const properties = {
      room_name: "hello",
      is_owner: true,
      user_id: "u_1",
      enable_recording: ["cloud", "local"],
      enable_prejoin_ui: false,
      permissions: {
        canSend: ["video", "audio"],
        canAdmin: [],
        canReceive: { base: { video: true, customAudio: { "*": false } }, byUserId: { u_2: false } },
      },
    };
    const token = await mint(properties);
    expect(claimsIn(token)).toEqual({
      r: "hello",
      o: true,
      ud: "u_1",
      er: ["cloud", "local"],
      enable_prejoin_ui: false,
      p: { cs: "v,a", ca: false, cr: { b: { v: true, ca: { "*": false } }, u: { u_2: false } } },
      d: domainId,
      iat: now,
    });
    const { body } = await daily("GET", `/meeting-tokens/${token}`);
    expect(body).toEqual({ ...properties, permissions: { ...properties.permissions, canAdmin: false } });
  });

  it.each([
    [{ exp: now * 1000 }],
    [{ exp: now + 0.5 }],
    [{ exp: "1h" }],
    [{ user_id: "x".repeat(37) }],
    [{ user_id: "" }],
    [{ room_name: "" }],
    [{ enable_recording: "cloud-beta" }],
    [{ nfb: now }],
    [{ permissions: { canPublish: true } }],
    [[]],
  ])("refuses %j", async (properties) => {
    const { status, body } = await daily("POST", "/meeting-tokens", { properties });
    expect([status, (body as { error: string }).error]).toEqual([400, "invalid-request-error"]);
  });

  it.each([
    ["{", 400, "json-parsing-error"],
    ["[]", 400, "invalid-request-error"],
    [JSON.stringify({ room_name: "x" }), 400, "invalid-request-error"],
    [JSON.stringify({ properties: { user_name: "x".repeat(70_000) } }), 413, "invalid-request-error"],
  ])("refuses the body %#", async (body, status, error) => {
    expect(await daily("POST", "/meeting-tokens", body)).toMatchObject({ status, body: { error } });
  });

  it("takes a slash at the end", async () => {
    expect((await daily("POST", "/meeting-tokens/", {})).status).toBe(200);
  });
});

describe("validating", () => {
  const statusOf = async (token: string, query = "") => (await daily("GET", `/meeting-tokens/${token}${query}`)).status;

  it("checks the times, and the beginning only when asked", async () => {
    expect(await statusOf(await mint({ exp: now + 1 }))).toBe(200);
    expect(await statusOf(await mint({ exp: now }))).toBe(400);
    const early = await mint({ nbf: now + 1 });
    expect([await statusOf(early), await statusOf(early, "?ignoreNbf=true")]).toEqual([400, 200]);
  });

  it("knows the domain's tokens only", async () => {
    const elsewhere = createDailyEmulator({ ...world, apiKey });
    const { body } = await call(elsewhere, "POST", "/v1/meeting-tokens", { headers: { authorization } });
    expect(await statusOf((body as { token: string }).token)).toBe(400);
    expect(await statusOf("a.b.c")).toBe(400);
    expect(await statusOf(`${await mint()}A`)).toBe(400);
  });
});

describe("rooms", () => {
  it("are made, changed and deleted", async () => {
    const made = await daily("POST", "/rooms", { name: "standup", properties: { exp: now + 60, lang: "de" } });
    expect(made).toMatchObject({
      status: 200,
      body: { name: "standup", privacy: "public", url: "https://emulated.daily.co/standup", api_created: true },
    });
    const changed = await daily("POST", "/rooms/standup", { privacy: "private", properties: { exp: null } });
    expect(changed.body).toMatchObject({ privacy: "private", config: { lang: "de" } });
    expect((changed.body as { config: object }).config).not.toHaveProperty("exp");
    expect(await emulator.join({ room: "standup" })).toMatchObject({ code: "not-allowed" });
    expect((await daily("GET", "/rooms")).body).toMatchObject({ total_count: 1 });
    expect((await daily("DELETE", "/rooms/standup")).body).toEqual({ deleted: true, name: "standup" });
    expect((await daily("GET", "/rooms/standup")).status).toBe(404);
    expect(await emulator.join({ room: "standup" })).toMatchObject({ code: "no-room" });
  });

  it("that have expired are as good as deleted, and the newest comes first", async () => {
    const ending = { name: "ending", properties: { exp: now - 1 } };
    for (const body of [ending, { name: "older" }, { name: "newer" }]) await daily("POST", "/rooms", body);
    expect((await daily("GET", "/rooms")).body).toMatchObject({
      total_count: 2,
      data: [{ name: "newer" }, { name: "older" }],
    });
    const gone = { error: "not-found", info: "room ending not found" };
    expect(await daily("GET", "/rooms/ending")).toEqual({ status: 404, body: gone });
    expect(await daily("POST", "/rooms/ending", { privacy: "private" })).toEqual({ status: 404, body: gone });
    expect(await emulator.join({ room: "ending" })).toMatchObject({ code: "exp-room" });
    expect(await daily("DELETE", "/rooms/ending")).toEqual({ status: 404, body: { ...gone, deleted: true } });
    expect(await daily("DELETE", "/rooms/ending")).toEqual({ status: 404, body: gone });
    await daily("POST", "/rooms", ending);
    expect((await daily("POST", "/rooms", { name: "ending" })).status).toBe(200);
  });

  it.each([{ name: "a room" }, { name: "x".repeat(129) }, { privacy: "org" }, { properties: [] }, { lang: "de" }])(
    "are refused as %j",
    async (body) => {
      expect((await daily("POST", "/rooms", body)).status).toBe(400);
    },
  );

  it("are no more than the limit", async () => {
    const small = createDailyEmulator({ ...world, apiKey, limits: { rooms: 2 } });
    const create = () => call(small, "POST", "/v1/rooms", { headers: { authorization } });
    expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([200, 200, 400]);
  });
});

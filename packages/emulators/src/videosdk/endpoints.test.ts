import { describe, expect, it } from "vitest";
import { call, claimsIn, now, world } from "../testing/world.js";
import { signToken, TokenKey } from "../token/compact-token.js";
import { createVideosdkEmulator, type VideosdkEmulatorSettings } from "./create-videosdk-emulator.js";

const apiKey = "TEST-ONLY-project";
const secret = "TEST-ONLY-videosdk-secret-0123456789-abcdef";
const make = (more: VideosdkEmulatorSettings = {}) => createVideosdkEmulator({ ...world, apiKey, secret, ...more });
const emulator = make();
const sign = (claims: Record<string, unknown> = {}, by = secret) =>
  signToken({ apikey: apiKey, version: 2, roles: ["crawler"], exp: now + 60, ...claims }, new TokenKey(by));
const token = await sign();
const videosdk = (method: string, path: string, body?: unknown, authorization = token, where = emulator) =>
  call(where, method, path, {
    headers: authorization === "" ? {} : { authorization },
    ...(body === undefined ? {} : { body }),
  });

describe("the token in the header", () => {
  it("is looked at in the vendor's order", async () => {
    const rows: readonly [authorization: string, status: number, error: string][] = [
      ["", 401, "Please login to continue!. Token not provided inside https request headers 'authorization'"],
      ["TEST-ONLY-project", 401, "Token is invalid or expired"],
      [`Bearer ${token}`, 401, "Token is invalid or expired"],
      [await sign({ exp: now }), 401, "Token is invalid or expired"],
      [await sign({}, "TEST-ONLY-another"), 401, "Token is invalid or expired"],
      [await sign({ apikey: "other" }), 401, "Please login to continue!"],
      [await sign({ roles: ["rtc"] }), 403, "The token's role is not for the server API"],
    ];
    for (const [authorization, statusCode, error] of rows) {
      const answer = await videosdk("GET", "/v2/rooms", undefined, authorization);
      expect(answer).toEqual({ status: statusCode, body: { statusCode, error } });
    }
  });

  it.each([{}, { roles: undefined }, { roles: ["crawler", "rtc"] }, { roles: ["rtc"], version: undefined }])(
    "%j is good for it",
    async (claims) => {
      expect((await videosdk("GET", "/v2/rooms", undefined, await sign(claims))).status).toBe(200);
    },
  );
});

describe("rooms", () => {
  it("have the vendor's shape", async () => {
    const { body } = await videosdk("POST", "/v2/rooms", { customRoomId: "standup", geoFence: "eu" });
    const { roomId } = body as { roomId: string };
    expect(body).toEqual({
      roomId: expect.stringMatching(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/),
      customRoomId: "standup",
      geoFence: "eu",
      userId: expect.any(String),
      disabled: false,
      createdAt: "2027-01-15T08:00:00.000Z",
      updatedAt: "2027-01-15T08:00:00.000Z",
      id: expect.any(String),
      links: {
        get_room: `https://api.videosdk.live/v2/rooms/${roomId}`,
        get_session: "https://api.videosdk.live/v2/sessions/",
      },
    });
    for (const method of ["GET", "POST"]) {
      expect((await videosdk(method, "/v2/rooms/validate/standup")).body).toEqual(body);
    }
  });

  it("are not found in the vendor's words", async () => {
    const validate = await videosdk("GET", "/v2/rooms/validate/none");
    expect(validate).toEqual({ status: 400, body: { statusCode: 400, error: "Room not found." } });
    expect((await videosdk("GET", "/v2/rooms/none")).status).toBe(404);
    expect((await videosdk("POST", "/v2/rooms/deactivate", { roomId: "none" })).status).toBe(402);
  });

  it("are no more than the limit, and each list has its pages", async () => {
    const small = make({ limits: { rooms: 3 } });
    for (let made = 0; made < 3; made += 1) {
      expect((await videosdk("POST", "/v2/rooms", {}, token, small)).status).toBe(200);
    }
    expect((await videosdk("POST", "/v2/rooms", {}, token, small)).status).toBe(400);
    const page = await videosdk("GET", "/v2/rooms?page=2&perPage=2", undefined, token, small);
    expect(page.body).toMatchObject({ pageInfo: { currentPage: 2, perPage: 2, lastPage: 2, total: 3 }, data: [{}] });
  });

  it.each([{ customRoomId: "a room" }, { allowedParticipantIds: "u_1" }, [], "{"])(
    "are refused as %j",
    async (body) => {
      expect((await videosdk("POST", "/v2/rooms", body)).status).toBe(400);
    },
  );
});

it("says of a body that is too large that it is", async () => {
  expect(await videosdk("POST", "/v2/rooms", { customRoomId: "x".repeat(100_000) })).toEqual({
    status: 413,
    body: { statusCode: 413, error: "The body is too large." },
  });
});

describe("paths that there are not", () => {
  it.each([
    ["GET", "/v2/recordings"],
    ["POST", "/v2/rooms/x"],
    ["DELETE", "/v2/rooms"],
    ["GET", "/v2/sessions/a/b"],
    ["GET", "/v2/rooms/validate/a/b"],
    ["GET", "/v2/constructor"],
    ["GET", "/"],
    ["GET", "/v2%2Frooms"],
    ["POST", "/v1/prebuilt%2Ftoken"],
  ])("%s %s", async (method, path) => {
    expect((await videosdk(method, path)).status).toBe(404);
    expect((await videosdk(method, path, undefined, "")).status).toBe(404);
  });
});

describe("the first call of a client that joins", async () => {
  const path = "/infra/v1/meetings/init-config";
  const many = "x".repeat(100_000);
  const guest = await sign({ roles: ["rtc"], permissions: ["allow_join"] });

  it.each<[unknown, string, number, number]>([
    ["{", guest, 403, 4003],
    [[], guest, 403, 4003],
    ["", guest, 403, 4003],
    [{ roomId: 5 }, guest, 403, 4003],
    [{ many }, guest, 413, 4003],
    ["{", "", 401, 4002],
    [{ many }, "", 401, 4002],
  ])(
    "refuses a body of another form (%#) with a code, which the client reads",
    async (body, authorization, status, code) => {
      const answer = await videosdk("POST", path, body, authorization);
      expect(answer).toEqual({ status, body: { error: expect.any(String), code } });
    },
  );
});

describe("the call that needs no secret", () => {
  const prebuilt = (body: unknown, where = emulator) => videosdk("POST", "/v1/prebuilt/token", body, "", where);

  it("gives whoever knows the public key any permission", async () => {
    const { body } = await prebuilt({ apiKey, permissions: ["allow_join", "allow_mod"] });
    const { token: given } = body as { token: string };
    expect(claimsIn(given)).toMatchObject({ apikey: apiKey, permissions: ["allow_join", "allow_mod"] });
    const answer = await emulator.allows({ token: given, room: "any", action: "mute others", roomSettings: {} });
    expect(answer.allowed).toBe(true);
  });

  it("can be switched off here, and knows no other key", async () => {
    expect((await prebuilt({ apiKey, permissions: [] }, make({ hasPrebuiltTokens: false }))).status).toBe(401);
    expect((await prebuilt({ apiKey: "other", permissions: [] })).status).toBe(401);
    expect((await prebuilt({ apiKey, permissions: "allow_join" })).status).toBe(400);
  });
});

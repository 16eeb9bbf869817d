import { describe, expect, it } from "vitest";
import { createEmulator, vendors } from "../create-emulator.js";
import { createDailyEmulator } from "../daily/create-daily-emulator.js";
import { call, now, world } from "../testing/world.js";
import { signToken, TokenKey } from "../token/compact-token.js";
import { actions } from "./actions.js";

const apiKey = "TEST-ONLY-daily-api-key-0123456789-abcdef";
const emulator = createDailyEmulator({ ...world, apiKey, rooms: { hello: { privacy: "private" } } });
const { domainId } = emulator.credentials;
const token = await signToken({ r: "hello", d: domainId, exp: now + 60 }, new TokenKey(apiKey));
const ask = (name: string, body: unknown, method = "POST") => call(emulator, method, `/__emulator/${name}`, { body });

describe("questions over HTTP", () => {
  it("are about one action or all of them", async () => {
    expect(await ask("allows", { token, room: "hello", action: "send audio" })).toMatchObject({
      status: 200,
      body: { allowed: true },
    });
    const { body } = await ask("allows", { token, room: "hello", at: now + 60 });
    expect(Object.keys(body as object)).toEqual(actions);
    expect(Object.values(body as object).some(({ allowed }) => allowed)).toBe(false);
  });

  it("are about joining", async () => {
    expect(await ask("join", { token, room: "hello" })).toMatchObject({ status: 200, body: { outcome: "joined" } });
    expect(await ask("join", { room: "hello" })).toMatchObject({ body: { outcome: "refused", code: "not-allowed" } });
  });

  it.each([
    ["allows", {}],
    ["allows", { room: "hello", action: "fly" }],
    ["allows", { room: "hello", at: "now" }],
    ["allows", { room: "hello", at: 1.5 }],
    ["join", { room: "hello", action: "join" }],
    ["join", { room: "hello", participantId: "x".repeat(257) }],
    ["allows", { room: "x".repeat(257) }],
    ["join", []],
    ["join", "{"],
    ["faults", { faults: "reset" }],
    ["faults", { faults: ["nonsense"] }],
  ])("%s with %j are not understood", async (name, body) => {
    const answer = await ask(name, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it("have their paths, and no others", async () => {
    expect((await ask("reset", {})).status).toBe(404);
    const answer = await emulator.fetch("http://vendor.example/__emulator/join");
    expect(answer.status).toBe(404);
  });

  it("never repeat a token", async () => {
    const { body } = await ask("join", { token, room: "hello", participantId: 7 });
    expect(JSON.stringify(body)).not.toContain(token);
  });
});

describe("questions in the program", () => {
  it("are refused when they make no sense", async () => {
    await expect(emulator.allows({ room: "hello", action: "fly" as never })).rejects.toMatchObject({ code: "action" });
    await expect(emulator.allowsAll({ room: "hello", joinedAt: 1.5 })).rejects.toMatchObject({ code: "action" });
    await expect(emulator.join({ room: "hello", at: 1.5 })).rejects.toMatchObject({ code: "action" });
  });

  it("know when somebody has not joined yet", async () => {
    const place = { token, room: "hello", at: now, joinedAt: now + 10 } as const;
    expect((await emulator.allows({ ...place, action: "send audio" })).allowed).toBe(false);
  });
});

describe("requests", () => {
  it("are refused when their address is too long", async () => {
    expect((await call(emulator, "GET", `/v1/meeting-tokens/${"x".repeat(20_001)}`)).status).toBe(414);
  });

  it("have paths that can be read", async () => {
    expect((await call(emulator, "GET", "/v1/rooms/%E0%A4%A")).status).toBe(404);
  });
});

describe("an emulator by name", () => {
  it.each(vendors)("%s makes up what it is not told", (vendor) => {
    const [one, two] = [createEmulator({ vendor }), createEmulator({ vendor })];
    expect(one.vendor).toBe(vendor);
    expect(one.credentials).not.toEqual(two.credentials);
    expect(createEmulator({ vendor, ...world }).credentials).toBeDefined();
  });

  it.each([
    { vendor: "zoom" },
    { vendor: "daily", apiKey: "" },
    { vendor: "daily", apiKey: [] },
    { vendor: "daily", rooms: { "a room": {} } },
    { vendor: "metered", appName: "https://x" },
    { vendor: "metered", secretKey: "" },
    { vendor: "metered", rooms: { a: { privacy: 1 } } },
    { vendor: "videosdk", secret: "" },
    { vendor: "videosdk", apiKey: "" },
    { vendor: "videosdk", account: "closed" },
    { vendor: "videosdk", maxParticipants: 0 },
    { vendor: "videosdk", maxSpeakers: 1.5 },
    { vendor: "videosdk", rooms: { a: { customRoomId: 1 } } },
    { vendor: "daily", limits: { rooms: 0 } },
    { vendor: "daily", limits: { doors: 1 } },
  ])("%j is refused", (settings) => {
    expect(() => createEmulator(settings as never)).toThrow(expect.objectContaining({ code: "settings" }));
  });
});

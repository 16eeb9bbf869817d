// The vendor's own package, unchanged, with nothing but its endpoint set.
import { AuthenticationError, Grant, PermissionError, VideoSDK } from "@videosdk.live/server-sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createVideosdkEmulator } from "../src/index.js";
import { countingBytes, now, onTheWire } from "./over-http.js";

const apiKey = "TEST-ONLY-project";
const secret = "TEST-ONLY-videosdk-secret-0123456789-abcdef";
const wire = await onTheWire(
  createVideosdkEmulator({ apiKey, secret, clock: () => now, randomBytes: countingBytes() }),
);
const { emulator } = wire;
const sdk = (options: ConstructorParameters<typeof VideoSDK>[0] = {}) =>
  new VideoSDK({ apiKey, secret, apiEndpoint: wire.url, maxRetries: 0, ...options });

// The package reads the machine's clock.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: now * 1000 });
});
afterAll(() => {
  vi.useRealTimers();
});

describe("rooms", () => {
  const client = sdk();

  it("are made, found, listed, validated and ended", async () => {
    const room = await client.rooms.create({ customRoomId: "standup" });
    expect(room.roomId).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/);
    expect((await client.rooms.create({ customRoomId: "standup" })).roomId).toBe(room.roomId);
    await client.rooms.create();
    expect((await client.rooms.get(room.roomId)).id).toBe(room.id);
    expect((await client.rooms.get("standup")).id).toBe(room.id);
    const page = await client.rooms.list({ perPage: 1 });
    expect([page.data.length, page.total, page.hasNextPage]).toEqual([1, 2, true]);
    const ids: string[] = [];
    for await (const { id } of page) ids.push(id);
    expect(new Set(ids).size).toBe(2);
    expect(await client.rooms.validate("standup")).toMatchObject({ valid: true, roomId: room.roomId });
    expect(await client.rooms.validate("nowhere")).toEqual({ valid: false, roomId: "nowhere" });
    await expect(client.rooms.end("standup")).rejects.toMatchObject({ httpStatus: 402 });
    expect((await client.rooms.end(room.roomId)).disabled).toBe(true);
    const token = client.accessToken().grant(Grant.AllowJoin).forRoom(room.roomId).toJwt();
    expect(await emulator.join({ token, room: room.roomId })).toMatchObject({ code: 4052 });
  });

  it("are refused to a wrong secret and to a participant's token", async () => {
    await expect(sdk({ secret: "TEST-ONLY-wrong" }).rooms.create()).rejects.toBeInstanceOf(AuthenticationError);
    const token = client.accessToken().grant(Grant.AllowJoin).toJwt();
    await expect(new VideoSDK({ token, apiEndpoint: wire.url, maxRetries: 0 }).rooms.list()).rejects.toBeInstanceOf(
      PermissionError,
    );
  });
});

describe("tokens of its builder", () => {
  it("make a moderator of everybody when no grant is set", async () => {
    const client = sdk();
    const { roomId } = await client.rooms.create();
    const token = client.accessToken().forRoom(roomId).toJwt();
    expect(await emulator.allows({ token, room: roomId, action: "remove others" })).toMatchObject({ allowed: true });
  });

  it("are signed with permissions that do not go together, and refused at the door", async () => {
    const client = sdk();
    const { roomId } = await client.rooms.create();
    const token = client.accessToken().grant(Grant.AskJoin, Grant.AllowMod).forRoom(roomId).toJwt();
    expect(await emulator.join({ token, room: roomId })).toMatchObject({ outcome: "refused", code: 4008 });
  });
});

describe("faults", () => {
  const meeting = (fault: string) =>
    sdk({ headers: { "x-emulator-fault": fault }, ...(fault === "hang" ? { timeoutMs: 10 } : {}) }).rooms.create();

  it.each([
    ["reset", "VideoSDKError"],
    ["hang", "TimeoutError"],
    ["rate-limit=3", "RateLimitError"],
    ["server-error", "VideoSDKError"],
    ["clock-skew=100000", "AuthenticationError"],
  ])("%s is a %s", async (fault, name) => {
    await expect(meeting(fault)).rejects.toMatchObject({ name });
  });
});

describe("sessions", () => {
  it("show who is inside, remove them, and end", async () => {
    const client = sdk();
    const { roomId } = await client.rooms.create();
    const tokenOf = (id: string) =>
      client.accessToken().setParticipant(id).grant(Grant.AllowJoin).forRoom(roomId).toJwt();
    expect((await client.participants.list(roomId)).data).toEqual([]);
    for (const id of ["u_1", "u_2"]) {
      expect(await emulator.join({ token: tokenOf(id), room: roomId, participantId: id })).toMatchObject({
        outcome: "joined",
      });
    }
    const inside = async () => (await client.participants.list(roomId)).data.map(({ participantId }) => participantId);
    expect(await inside()).toEqual(["u_1", "u_2"]);
    expect(await client.participants.get(roomId, "u_1")).toMatchObject({ participantId: "u_1" });
    expect(await client.participants.remove(roomId, "u_1")).toMatch(/removed/);
    expect(await inside()).toEqual(["u_2"]);
    const [session] = (await client.sessions.list({ roomId, status: "ongoing" })).data;
    expect(await client.sessions.get(session?.id ?? "")).toMatchObject({ roomId, status: "ongoing" });
    expect((await client.sessions.listParticipants(session?.id ?? "")).data).toHaveLength(2);
    expect(await client.sessions.end({ roomId })).toMatchObject({ status: "ended" });
    expect((await client.participants.list(roomId)).data).toEqual([]);
  });
});

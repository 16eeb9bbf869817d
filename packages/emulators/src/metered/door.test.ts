import { describe, expect, it } from "vitest";
import { now, world } from "../testing/world.js";
import { signToken, TokenKey } from "../token/compact-token.js";
import { createMeteredEmulator } from "./create-metered-emulator.js";

type Members = Record<string, unknown>;

const signingSecret = "TEST-ONLY-what-the-vendor-signs-with-0123456789";
const emulator = createMeteredEmulator({ ...world, appName: "test-app", signingSecret });
const key = new TokenKey(signingSecret);
const room = "hello";
const locked = { privacy: "private" };
const sign = (data: Members, beside: Members = {}, by = key) =>
  signToken({ data: { appName: "test-app", ...data }, iat: now, ...beside }, by);

describe("the door", () => {
  it.each<[Members, Members, Members, unknown]>([
    [{ roomName: room }, {}, locked, "joined"],
    [{ roomName: "other" }, {}, locked, "token-wrong-room"],
    [{ roomName: "other" }, {}, {}, "joined"],
    [{ roomName: "other", globalToken: true }, {}, locked, "joined"],
    [{ globalToken: false }, {}, locked, "joined"],
    [{}, {}, locked, "joined"],
    [{ expireUnixSec: now + 1 }, {}, locked, "joined"],
    [{ expireUnixSec: now }, {}, locked, "token-expired"],
    [{ expireUnixSec: now + 9 }, { exp: now }, locked, "token-expired"],
    [{ notBeforeUnixSec: now + 1 }, {}, locked, "token-not-yet-valid"],
    [{}, { nbf: now + 1 }, locked, "token-not-yet-valid"],
    [{ expireUnixSec: now }, {}, {}, "token-expired"],
    [{ appName: "other-app" }, {}, locked, "token-invalid"],
    [{}, {}, { ...locked, expireUnixSec: now }, "room-expired"],
    [{}, {}, { ...locked, notBeforeUnixSec: now + 1 }, "room-not-open"],
    [{}, {}, { ...locked, expireUnixSec: 0 }, "joined"],
  ])("%j %j in %j: %s", async (data, beside, roomSettings, expected) => {
    const { outcome, code } = await emulator.join({ token: await sign(data, beside), room, roomSettings });
    expect(code ?? outcome).toBe(expected);
  });

  it("is open to anybody in public, and to those who ask where the room lets them", async () => {
    const join = async (roomSettings: Members) => (await emulator.join({ room, roomSettings })).outcome;
    expect(await join({})).toBe("joined");
    expect(await join(locked)).toBe("refused");
    expect(await join({ ...locked, enableRequestToJoin: true })).toBe("lobby");
  });

  it("is shut to a token of another key", async () => {
    const token = await sign({}, {}, new TokenKey("TEST-ONLY-another-key"));
    expect(await emulator.join({ token, room, roomSettings: {} })).toMatchObject({ code: "token-invalid" });
  });

  it("lets people stay as long as the longer of two limits, and not beyond the room", async () => {
    const stays = async (data: Members, roomSettings: Members, at: number) =>
      (await emulator.allows({ token: await sign(data), room, action: "stay", at, joinedAt: now, roomSettings }))
        .allowed;
    expect(await stays({ ejectAfterElapsedTimeInSec: 10 }, locked, now + 9)).toBe(true);
    expect(await stays({ ejectAfterElapsedTimeInSec: 10 }, locked, now + 10)).toBe(false);
    const short = { ...locked, ejectAfterElapsedTimeInSec: 5 };
    expect(await stays({ ejectAfterElapsedTimeInSec: 10 }, short, now + 9)).toBe(true);
    expect(await stays({}, short, now + 5)).toBe(false);
    expect(await stays({}, { ...locked, expireUnixSec: now + 5 }, now + 5)).toBe(true);
    expect(await stays({}, { ...locked, expireUnixSec: now + 5, ejectAtRoomExp: true }, now + 5)).toBe(false);
  });
});

describe("inside", () => {
  const allowed = async (data: Members, settings: Members = {}): Promise<string[]> => {
    const roomSettings = { ...locked, enableRecording: false, ...settings };
    const answers = await emulator.allowsAll({ token: await sign(data), room, roomSettings });
    return Object.entries(answers).flatMap(([action, answer]) => (answer.allowed ? [action] : []));
  };
  const sending = ["send audio", "send video", "share screen", "share screen audio", "send custom tracks"];
  const powers = ["mute others", "remove others", "change rights", "admit"];

  it("knows one switch, and the embed's hints withhold nothing", async () => {
    const plain = await allowed({ disableVideo: true, disableAudio: true, disableScreenSharing: true });
    expect(plain).toEqual(expect.arrayContaining(sending));
    expect(plain.filter((action) => powers.includes(action))).toEqual([]);
    expect(await allowed({ isAdmin: true })).toEqual(expect.arrayContaining(powers));
  });

  it("lets admins only speak where the room says so, and no camera in a room for audio", async () => {
    const broadcast = { ownerOnlyBroadcast: true };
    expect((await allowed({}, broadcast)).filter((action) => sending.includes(action))).toEqual([]);
    expect(await allowed({ isAdmin: true }, broadcast)).toEqual(expect.arrayContaining(sending));
    const audio = await allowed({}, { audioOnlyRoom: true });
    expect(audio.filter((action) => sending.includes(action))).toEqual([
      "send audio",
      "share screen",
      "share screen audio",
      "send custom tracks",
    ]);
  });

  it("records where the room does, whoever asks", async () => {
    expect(await allowed({ isAdmin: true })).not.toContain("record in the cloud");
    expect(await allowed({}, { enableRecording: true })).toContain("record in the cloud");
  });

  it("is who the token says", async () => {
    const as = async (data: Members, participantId: string) =>
      (await emulator.allows({ token: await sign(data), room, action: "act as", participantId, roomSettings: locked }))
        .allowed;
    expect([await as({ externalUserId: "u_1" }, "u_1"), await as({ externalUserId: "u_1" }, "u_2")]).toEqual([
      true,
      false,
    ]);
    expect([await as({}, "u_2"), await as({ externalUserId: "" }, "u_2")]).toEqual([true, true]);
  });
});

import { describe, expect, it } from "vitest";
import { now, world } from "../testing/world.js";
import { signToken, TokenKey } from "../token/compact-token.js";
import { createVideosdkEmulator, type VideosdkEmulatorSettings } from "./create-videosdk-emulator.js";

type Claims = Record<string, unknown>;

const apiKey = "TEST-ONLY-project";
const secret = "TEST-ONLY-videosdk-secret-0123456789-abcdef";
const oldSecret = "TEST-ONLY-videosdk-old-secret-0123456789-ab";
const room = "2kyv-gzay-64pg";
const make = (more: VideosdkEmulatorSettings = {}) =>
  createVideosdkEmulator({ ...world, apiKey, secret: [secret, oldSecret], rooms: { [room]: {} }, ...more });
const emulator = make();
const plain = { apikey: apiKey, permissions: ["allow_join"], version: 2, roomId: room, roles: ["rtc"], exp: now + 60 };
const sign = (claims: Claims, by = secret) => signToken({ ...plain, ...claims }, new TokenKey(by));

async function joining(claims: Claims, place: Claims = {}, where = emulator): Promise<unknown> {
  const { outcome, code } = await where.join({ token: await sign(claims), room, participantId: "u_1", ...place });
  return code ?? outcome;
}

describe("the door", () => {
  it.each<[Claims, Claims, unknown]>([
    [{}, {}, "joined"],
    [{ permissions: ["ask_join"] }, {}, "lobby"],
    [{ permissions: "allow_join" }, {}, "joined"],
    [{ apikey: undefined }, {}, 4001],
    [{ apikey: "other" }, {}, 4001],
    [{ exp: now }, {}, 4002],
    [{ exp: undefined }, {}, "joined"],
    [{ exp: "soon" }, {}, "joined"],
    [{ nbf: now + 60 }, {}, "joined"],
    [{}, { room: "nowhere" }, 4003],
    [{}, { room: "" }, 4003],
    [{}, { participantId: "" }, 4004],
    [{}, { participantId: "a b" }, 4004],
    [{ permissions: ["ask_join", "allow_join"] }, {}, 4008],
    [{ permissions: ["ask_join", "allow_mod"] }, {}, 4008],
    [{ permissions: ["allow_mod"] }, {}, "joined"],
    [{ permissions: [] }, {}, "joined"],
    [{ roomId: "other" }, {}, 4022],
    [{ roomId: "other", version: undefined }, {}, "joined"],
    [{ roomId: "other", version: "2" }, {}, "joined"],
    [{ roomId: undefined }, {}, "joined"],
    [{ participantId: "u_1" }, {}, "joined"],
    [{ participantId: "u_1" }, { participantId: "u_2" }, 4023],
    [{ participantId: "u_1" }, { participantId: undefined }, 4023],
    [{ participantId: "u_1", version: 1 }, { participantId: "u_2" }, "joined"],
    [{ roles: ["crawler"] }, {}, 4024],
    [{ roles: ["crawler"], version: undefined }, {}, "joined"],
    [{ roles: ["crawler", "rtc"] }, {}, "joined"],
    [{ roles: [] }, {}, "joined"],
    [{}, { roomSettings: { allowedParticipantIds: ["u_2"] } }, 4025],
    [{}, { roomSettings: { allowedParticipantIds: ["u_1"] } }, "joined"],
    [{}, { roomSettings: { allowedParticipantIds: [] } }, "joined"],
    [{}, { roomSettings: { disabled: true } }, 4052],
    [{}, { room: "", roomSettings: {} }, 4003],
    [{ roomId: "" }, {}, "joined"],
    [{ participantId: "" }, {}, "joined"],
  ])("%j with %j: %s", async (claims, place, expected) => {
    expect(await joining(claims, place)).toBe(expected);
  });

  it.each<[Claims, Claims, string]>([
    [{}, {}, "documented"],
    [{ version: undefined }, {}, "documented"],
    [{ version: undefined, roomId: undefined }, {}, "documented"],
    [{ version: undefined, roomId: "other" }, {}, "chosen"],
    [{ version: undefined, participantId: "u_2" }, {}, "chosen"],
    [{ permissions: [] }, {}, "chosen"],
    [{ permissions: ["allow_mod"] }, {}, "chosen"],
    [{}, { roomSettings: { allowedParticipantIds: ["u_2"] } }, "chosen"],
  ])("%j with %j is %s", async (claims, place, basis) => {
    expect(await emulator.join({ token: await sign(claims), room, participantId: "u_1", ...place })).toMatchObject({
      basis,
    });
  });

  it.each<[Claims, string]>([
    [{ roles: ["crawler"] }, "documented"],
    [{ roles: undefined }, "chosen"],
    [{ roles: ["crawler"], version: undefined }, "chosen"],
  ])("%j calls the API, which is %s", async (claims, basis) => {
    const answer = await emulator.allows({ token: await sign(claims), room, action: "call the API" });
    expect(answer).toMatchObject({ allowed: true, basis });
  });

  it("takes every secret of the project, and no other", async () => {
    const join = async (token?: string) => (await emulator.join({ ...(token && { token }), room })).code ?? "joined";
    expect(await join(await sign({}, oldSecret))).toBe("joined");
    expect(await join(await sign({}, "TEST-ONLY-another"))).toBe(4002);
    expect(await join("")).toBe(4002);
    expect(await join("a.b")).toBe(4002);
    expect(await join()).toBe(4002);
  });

  it("never removes anybody", async () => {
    const token = await sign({});
    const answer = await emulator.allows({ token, room, action: "stay", at: now + 1e9, joinedAt: now });
    expect(answer.allowed).toBe(true);
  });

  it("remembers no more people than the limit", async () => {
    const small = make({ limits: { participants: 1 } });
    expect(await joining({}, {}, small)).toBe("joined");
    await expect(joining({}, { participantId: "u_2" }, small)).rejects.toMatchObject({ code: "limit" });
  });
});

describe("inside", () => {
  const ask = async (permissions: readonly string[]) => {
    const answers = await emulator.allowsAll({ token: await sign({ permissions }), room, participantId: "u_1" });
    return (
      ["send video", "record in the cloud", "mute others", "remove others", "change rights", "admit"] as const
    ).map((action) => answers[action].allowed);
  };

  it("three permissions decide, and everything else is open", async () => {
    expect(await ask(["allow_join"])).toEqual([true, true, false, false, false, true]);
    expect(await ask(["allow_join", "allow_mod"])).toEqual([true, true, true, true, false, true]);
    expect(await ask(["ask_join"])).toEqual([true, true, false, false, false, false]);
  });

  it("says what rests on a document, and what nobody documents", async () => {
    const basis = async (permissions: readonly string[]) => {
      const answers = await emulator.allowsAll({ token: await sign({ permissions }), room, participantId: "u_1" });
      return (["mute others", "remove others", "admit"] as const).map((action) => answers[action].basis);
    };
    const open = ["share screen", "share screen audio", "send custom tracks", "send messages", "stream"] as const;
    const answers = await emulator.allowsAll({ token: await sign({}), room, participantId: "u_1" });
    expect(open.filter((action) => answers[action].basis === "documented")).toEqual(["share screen"]);
    expect(await basis(["allow_join"])).toEqual(["documented", "chosen", "documented"]);
    expect(await basis(["allow_join", "allow_mod"])).toEqual(["documented", "chosen", "documented"]);
    expect(await basis(["ask_join"])).toEqual(["documented", "chosen", "documented"]);
    expect(await basis(["allow_mod"])).toEqual(["chosen", "chosen", "chosen"]);
    expect(await basis([])).toEqual(["documented", "chosen", "chosen"]);
  });
});

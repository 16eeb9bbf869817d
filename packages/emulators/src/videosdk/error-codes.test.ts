// Every code that the vendor's tables have for joining, and how to come by it here.
import { describe, expect, it } from "vitest";
import { now, world } from "../testing/world.js";
import { signToken, TokenKey } from "../token/compact-token.js";
import { createVideosdkEmulator, type VideosdkEmulatorSettings } from "./create-videosdk-emulator.js";

const apiKey = "TEST-ONLY-project";
const secret = "TEST-ONLY-videosdk-secret-0123456789-abcdef";
const room = "2kyv-gzay-64pg";
const plain = { apikey: apiKey, permissions: ["allow_join"], version: 2, roomId: room, roles: ["rtc"], exp: now + 60 };

interface Way {
  readonly settings?: VideosdkEmulatorSettings;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly place?: Readonly<Record<string, unknown>>;
  /** Ids of those who are inside already. */
  readonly inside?: readonly string[];
}

const ways: Readonly<Record<number, Way>> = {
  4001: { claims: { apikey: "another" } },
  4002: { claims: { exp: now } },
  4003: { place: { room: "none" } },
  4004: { place: { participantId: "a b" } },
  4005: { inside: ["u_1"] },
  4006: { settings: { account: "deactivated" } },
  4007: { settings: { account: "discontinued" } },
  4008: { claims: { permissions: ["ask_join", "allow_join"] } },
  4009: { settings: { maxParticipants: 2 }, inside: ["u_2", "u_3"] },
  4010: { settings: { maxSpeakers: 1 }, inside: ["u_2"] },
  4021: { settings: { account: "add-ons-off" } },
  4022: { claims: { roomId: "another" } },
  4023: { claims: { participantId: "u_2" } },
  4024: { claims: { roles: ["crawler"] } },
  4025: { place: { roomSettings: { allowedParticipantIds: ["u_2"] } } },
  4052: { place: { roomSettings: { disabled: true } } },
  4053: { settings: { account: "key-off" } },
};

const key = new TokenKey(secret);
const make = (settings: VideosdkEmulatorSettings = {}) =>
  createVideosdkEmulator({ ...world, apiKey, secret, rooms: { [room]: {} }, ...settings });

async function walk({ settings, claims, place, inside = [] }: Way) {
  const emulator = make(settings);
  const plainToken = await signToken(plain, key);
  for (const participantId of inside) {
    expect((await emulator.join({ token: plainToken, room, participantId })).outcome).toBe("joined");
  }
  const token = await signToken({ ...plain, ...claims }, key);
  return { emulator, token, answer: await emulator.join({ token, room, participantId: "u_1", ...place }) };
}

describe("the codes of joining", () => {
  it.each(Object.entries(ways))("%s", async (code, way) => {
    const { outcome, code: refusal, displaces } = (await walk(way)).answer;
    // This one is for who was there before: the newer one is let in.
    if (code === "4005") expect({ outcome, displaces }).toEqual({ outcome: "joined", displaces: 4005 });
    else expect({ outcome, refusal }).toEqual({ outcome: "refused", refusal: Number(code) });
  });

  it("stay away where nothing is wrong", async () => {
    const { answer } = await walk({ settings: { maxParticipants: 2, maxSpeakers: 2 }, inside: ["u_2"] });
    expect(answer).toMatchObject({ outcome: "joined" });
    expect(answer).not.toHaveProperty("displaces");
  });
});

it("a room that is there from the start may be deactivated", async () => {
  const { answer, emulator } = await walk({ settings: { rooms: { [room]: { disabled: true } } } });
  expect(answer).toMatchObject({ outcome: "refused", code: 4052 });
  const authorization = await signToken({ apikey: apiKey, permissions: ["allow_join"] }, key);
  const init = { method: "POST", headers: { authorization }, body: '{"disabled":true}' };
  const made = await emulator.fetch("http://vendor.example/v2/rooms", init);
  expect(await made.json()).toMatchObject({ disabled: false });
});

describe("a full room", () => {
  const full = { settings: { maxParticipants: 1 } };

  it("takes back who is inside, and is no place to ask at", async () => {
    expect((await walk({ ...full, inside: ["u_1"] })).answer).toMatchObject({ outcome: "joined", displaces: 4005 });
    const asking = { ...full, inside: ["u_2"], claims: { permissions: ["ask_join"] } };
    expect((await walk(asking)).answer.code).toBe(4009);
  });
});

describe("an account that is shut", () => {
  it.each(["key-off", "deactivated", "discontinued", "add-ons-off"] as const)("%s: so is its API", async (account) => {
    const emulator = make({ account });
    const answer = await emulator.fetch("http://vendor.example/v2/rooms", {
      headers: { authorization: await signToken({ apikey: apiKey, permissions: ["allow_join"] }, key) },
    });
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { statusCode: 401, error: "Please login to continue!" },
    ]);
    const body = JSON.stringify({ apiKey, permissions: [] });
    expect((await emulator.fetch("http://vendor.example/v1/prebuilt/token", { method: "POST", body })).status).toBe(
      401,
    );
  });
});

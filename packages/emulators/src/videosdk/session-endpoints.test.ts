import { describe, expect, it } from "vitest";
import { call, now, world } from "../testing/world.js";
import { signToken, TokenKey } from "../token/compact-token.js";
import { createVideosdkEmulator } from "./create-videosdk-emulator.js";

const apiKey = "TEST-ONLY-project";
const secret = "TEST-ONLY-videosdk-secret-0123456789-abcdef";
const sign = (claims: object) => signToken({ apikey: apiKey, exp: now + 60, ...claims }, new TokenKey(secret));
const authorization = await sign({});
const guest = await sign({ permissions: ["allow_join"] });
const rooms = ["aaaa-aaaa-aaaa", "bbbb-bbbb-bbbb"] as const;
const [room, other] = rooms;

/** Two rooms with somebody called u_1 in each, and their sessions. */
async function occupied() {
  const emulator = createVideosdkEmulator({ ...world, apiKey, secret, rooms: { [room]: {}, [other]: {} } });
  const ask = (method: string, path: string, body?: object) =>
    call(emulator, method, path, { headers: { authorization }, ...(body === undefined ? {} : { body }) });
  const sessions: string[] = [];
  for (const roomId of rooms) {
    await emulator.join({ token: guest, room: roomId, participantId: "u_1" });
    const { body } = await ask("GET", `/v2/sessions?roomId=${roomId}`);
    sessions.push((body as { readonly data: readonly [{ readonly id: string }] }).data[0].id);
  }
  const [session = "", otherSession = ""] = sessions;
  const inside = async (id: string) => {
    const { body } = await ask("GET", `/v2/sessions/${id}/participants/active`);
    return (body as { readonly data: { readonly participants: readonly unknown[] } }).data.participants.length;
  };
  return { ask, session, otherSession, inside };
}

describe("removing a participant", () => {
  const remove = "/v2/sessions/participants/remove";

  it("takes the room, the session, or both", async () => {
    for (const name of ["room", "session", "both"]) {
      const { ask, session, otherSession, inside } = await occupied();
      const where = {
        ...(name === "session" ? {} : { roomId: room }),
        ...(name === "room" ? {} : { sessionId: session }),
      };
      expect((await ask("POST", remove, { participantId: "u_1", ...where })).status).toBe(200);
      expect([await inside(session), await inside(otherSession)]).toEqual([0, 1]);
    }
  });

  it("removes nobody where they do not agree, or there is no such session", async () => {
    const { ask, session, otherSession, inside } = await occupied();
    for (const where of [
      { roomId: room, sessionId: otherSession },
      { roomId: room, sessionId: "none" },
      { roomId: room, sessionId: 5 },
      { roomId: 5, sessionId: session },
      { sessionId: "none" },
      {},
    ]) {
      const answer = await ask("POST", remove, { participantId: "u_1", ...where });
      expect(answer).toEqual({ status: 402, body: { statusCode: 402, error: "No such participant is inside." } });
    }
    expect([await inside(session), await inside(otherSession)]).toEqual([1, 1]);
  });
});

describe("ending a session", () => {
  it("takes the room, and its session beside it but no other", async () => {
    const { ask, session, otherSession } = await occupied();
    const end = (body: object) => ask("POST", "/v2/sessions/end", body);
    const none = { status: 402, body: { statusCode: 402, error: "No active session found." } };
    expect(await end({ roomId: room, sessionId: otherSession })).toEqual(none);
    expect(await end({ sessionId: session })).toEqual(none);
    const ended = { status: 200, body: { id: session, status: "ended" } };
    expect(await end({ roomId: room, sessionId: session })).toMatchObject(ended);
    expect(await end({ roomId: room })).toEqual(none);
    expect(await end({ roomId: other })).toMatchObject({ status: 200, body: { id: otherSession } });
  });
});

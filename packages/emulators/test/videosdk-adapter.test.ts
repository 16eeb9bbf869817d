import { createVideoSDK } from "@roompass/videosdk";
import { describe, expect, it } from "vitest";
import { createVideosdkEmulator } from "../src/index.js";
import { countingBytes, now, onTheWire } from "./over-http.js";

const apiKey = "TEST-ONLY-project";
const secret = "TEST-ONLY-videosdk-secret-0123456789-abcdef";
const room = "2kyv-gzay-64pg";
const other = "9xyz-abcd-12ef";
const wire = await onTheWire(
  createVideosdkEmulator({
    apiKey,
    secret,
    clock: () => now,
    randomBytes: countingBytes(),
    rooms: { [room]: {}, [other]: {} },
  }),
);
const create = (ours = secret) => createVideoSDK({ apiKey, secret: ours, clock: () => now });
const videosdk = create();
const grant = { room, expiresIn: "1h", entry: "direct" } as const;
const { emulator } = wire;
const participantId = "u_1";

const post = async (path: string, body: unknown, token?: string): Promise<{ status: number; body: unknown }> => {
  const headers = { "content-type": "application/json", ...(token === undefined ? {} : { authorization: token }) };
  const answer = await wire.fetch(`https://api.videosdk.live${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};

describe("the adapter's tokens", () => {
  it("open their room to their participant until they end", async () => {
    const { token } = await videosdk.issue({ ...grant, participant: { id: participantId } });
    const codes = await Promise.all([
      emulator.join({ token, room, participantId }),
      emulator.join({ token, room }),
      emulator.join({ token, room, participantId: "u_2" }),
      emulator.join({ token, room: other, participantId }),
      emulator.join({ token, room, participantId, at: now + 3600 }),
      emulator.join({ token, room: "none", participantId }),
    ]);
    expect(codes.map(({ outcome, code }) => code ?? outcome)).toEqual(["joined", 4023, 4023, 4022, 4002, 4003]);
  });

  it("ask, moderate, and call the API only when they are meant to", async () => {
    const tokens = await Promise.all([
      videosdk.issue(grant),
      videosdk.issue({ ...grant, entry: "ask" }),
      videosdk.issue({ ...grant, rights: { moderate: { media: true, remove: true } } }),
      videosdk.issue({ purpose: "api", room: { any: true }, expiresIn: "1h", entry: "direct" }),
    ]);
    const rows = await Promise.all(
      tokens.map(async ({ token }) => {
        const answers = await emulator.allowsAll({ token, room });
        return (["join", "ask", "mute others", "admit", "call the API"] as const).map((name) => answers[name].allowed);
      }),
    );
    expect(rows).toEqual([
      [true, true, false, true, false],
      [false, true, false, false, false],
      [true, true, true, true, false],
      [false, false, false, false, true],
    ]);
  });

  it("are checked by the client's first call, in a header and over the wire", async () => {
    const { token } = await videosdk.issue(grant);
    const { token: forged } = await create("TEST-ONLY-another-secret-0123456789-abcdefgh").issue(grant);
    const path = "/infra/v1/meetings/init-config";
    expect(await post(path, { roomId: room }, token)).toEqual({ status: 200, body: { roomId: room } });
    expect(await post(path, { roomId: other }, token)).toMatchObject({ status: 403, body: { code: 4022 } });
    expect(await post(path, { roomId: "none" }, token)).toMatchObject({ status: 403, body: { code: 4003 } });
    expect(await post(path, { roomId: room }, forged)).toMatchObject({ status: 401, body: { code: 4002 } });
    expect(await post(path, { roomId: room })).toMatchObject({ status: 401, body: { code: 4002 } });
  });

  it("are refused by the server API when they are a participant's", async () => {
    const { token } = await videosdk.issue(grant);
    const validate = (authorization: string) =>
      wire.fetch(`https://api.videosdk.live/v2/rooms/validate/${room}`, { headers: { authorization } });
    expect((await validate(token)).status).toBe(403);
    const { token: api } = await videosdk.issue({
      purpose: "api",
      room: { any: true },
      expiresIn: "1h",
      entry: "direct",
    });
    expect((await validate(api)).status).toBe(200);
    expect((await validate(`Bearer ${api}`)).status).toBe(401);
  });
});

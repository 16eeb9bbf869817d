import { describe, expect, it } from "vitest";
import { now, world } from "../testing/world.js";
import { signToken, TokenKey } from "../token/compact-token.js";
import { createDailyEmulator } from "./create-daily-emulator.js";

const apiKey = "TEST-ONLY-daily-api-key-0123456789-abcdef";
const domainId = "25df5057-ef0d-4d97-bde6-0cf287276cbb";
const emulator = createDailyEmulator({ ...world, apiKey, domainId });
const key = new TokenKey(apiKey);
const room = "hello";
const sign = (claims: Record<string, unknown>, by = key) =>
  signToken({ r: room, d: domainId, iat: now, ...claims }, by);

type Claims = Record<string, unknown>;
type Settings = Record<string, unknown>;
const locked = { privacy: "private" };

async function joining(claims: Claims, roomSettings: Settings = locked, at = now): Promise<unknown> {
  const { outcome, code } = await emulator.join({ token: await sign(claims), room, at, roomSettings });
  return code ?? outcome;
}

describe("the door", () => {
  it.each<[Claims, Settings, number, unknown]>([
    [{}, locked, now, "joined"],
    [{ exp: now + 1 }, locked, now, "joined"],
    [{ exp: now }, locked, now, "exp-token"],
    [{ exp: now }, {}, now, "exp-token"],
    [{ nbf: now + 1 }, locked, now, "nbf-token"],
    [{ nbf: now }, locked, now, "joined"],
    [{ r: "other" }, locked, now, "not-allowed"],
    [{ r: "other" }, {}, now, "joined"],
    [{ r: undefined }, locked, now, "joined"],
    [{ iat: undefined }, locked, now, "joined"],
    [{ d: undefined }, locked, now, "not-allowed"],
    [{ d: "30f866c3-9123-452a-8723-ff58322d09c5" }, locked, now, "not-allowed"],
    [{ k: true }, { ...locked, enable_knocking: true }, now, "lobby"],
    [{ k: true }, locked, now, "joined"],
    [{}, { ...locked, enable_knocking: true }, now, "joined"],
    [{}, { ...locked, exp: now }, now, "exp-room"],
    [{}, { ...locked, nbf: now + 1 }, now, "nbf-room"],
  ])("%j in %j at %i: %s", async (claims, settings, at, expected) => {
    expect(await joining(claims, settings, at)).toBe(expected);
  });

  it("ignores a token that is none, and says so", async () => {
    const token = await sign({ o: true }, new TokenKey("TEST-ONLY-another-key-0123456789"));
    const open = await emulator.join({ token, room, roomSettings: {} });
    expect(open).toMatchObject({ outcome: "joined", tokenIgnored: true, participant: { owner: false } });
    const shut = await emulator.join({ token, room, roomSettings: locked });
    expect(shut).toMatchObject({ outcome: "refused", code: "not-allowed", tokenIgnored: true });
    const knocking = await emulator.join({ token, room, roomSettings: { ...locked, enable_knocking: true } });
    expect(knocking).toMatchObject({ outcome: "lobby", tokenIgnored: true });
  });

  it("ends nothing by an expiry, and everything by ejection", async () => {
    const inside = async (claims: Claims, settings: Settings, at: number) => {
      const token = await sign({ exp: now + 60, ...claims });
      return (await emulator.allows({ token, room, action: "stay", at, joinedAt: now, roomSettings: settings }))
        .allowed;
    };
    const rows: readonly [Claims, Settings, number, boolean][] = [
      [{}, locked, now + 1e6, true],
      [{ ejt: true }, locked, now + 59, true],
      [{ ejt: true }, locked, now + 60, false],
      [{ eje: 10 }, locked, now + 9, true],
      [{ eje: 10 }, locked, now + 10, false],
      [{}, { ...locked, eject_after_elapsed: 10 }, now + 10, false],
      [{ eje: 20 }, { ...locked, eject_after_elapsed: 10 }, now + 19, true],
      [{ ejt: false }, { ...locked, eject_after_elapsed: 10 }, now + 10, true],
      [{ ejt: true }, { ...locked, eject_after_elapsed: 10 }, now + 10, true],
      [{}, { ...locked, exp: now + 5, eject_at_room_exp: true }, now + 5, false],
    ];
    for (const [claims, settings, at, expected] of rows) {
      expect(await inside(claims, settings, at), JSON.stringify([claims, settings, at - now])).toBe(expected);
    }
  });
});

describe("inside", () => {
  const allowed = async (claims: Claims, settings: Settings = {}, sender?: string): Promise<string[]> => {
    const roomSettings = { ...locked, ...settings };
    const answers = await emulator.allowsAll({ token: await sign(claims), room, roomSettings, sender });
    return Object.entries(answers).flatMap(([action, answer]) => (answer.allowed ? [action] : []));
  };
  const plain = [
    "join",
    "ask",
    "stay",
    "act as",
    "send audio",
    "send video",
    "share screen",
    "share screen audio",
    "send custom tracks",
    "send messages",
    "receive audio",
    "receive video",
    "receive screen",
    "receive screen audio",
    "receive custom tracks",
    "be seen",
  ];
  const without = (...words: readonly string[]) => plain.filter((action) => !words.includes(action));
  const overOthers = ["mute others", "remove others", "change rights", "admit"];

  it.each<[Claims, Settings, readonly string[]]>([
    [{}, {}, plain],
    [{ o: false }, {}, plain],
    [{ o: true }, {}, [...plain, ...overOthers, "stream", "transcribe"]],
    [{ o: true, p: { cs: false, ca: false } }, {}, [...plain, ...overOthers, "stream", "transcribe"]],
    [{ o: true, p: { hp: false } }, {}, [...plain, "be hidden", ...overOthers, "stream", "transcribe"]],
    [{ p: { ca: true } }, {}, [...plain, ...overOthers, "stream", "transcribe"]],
    [{ p: { ca: "s" } }, {}, [...plain, "stream"]],
    [{ p: { ca: ["transcription"] } }, {}, [...plain, "transcribe"]],
    [{}, { permissions: { canAdmin: ["streaming"] } }, [...plain, "stream"]],
    [{ p: { ca: false } }, { permissions: { canAdmin: ["streaming"] } }, plain],
    [{ ss: false }, {}, without("share screen", "share screen audio")],
    [{}, { enable_screenshare: false }, without("share screen", "share screen audio")],
    [{ ss: true }, { enable_screenshare: false }, plain],
    [{ ss: false, p: { cs: true } }, {}, plain],
    [
      { o: true, ss: false, p: { cs: false } },
      {},
      [...without("share screen", "share screen audio"), ...overOthers, "stream", "transcribe"],
    ],
    [{ ss: true, p: { cs: "v,a,sv,cv" } }, {}, without("share screen audio")],
    [{ ss: true, p: { cs: "v,a,cv" } }, {}, plain],
    [{ p: { cs: "a" } }, {}, without("send video", "share screen", "share screen audio", "send custom tracks")],
    [
      { p: { cs: false } },
      {},
      without("send audio", "send video", "share screen", "share screen audio", "send custom tracks"),
    ],
    [
      {},
      { permissions: { canSend: ["video"] } },
      without("send audio", "share screen", "share screen audio", "send custom tracks"),
    ],
    [{ o: true }, { permissions: { canSend: false } }, [...plain, ...overOthers, "stream", "transcribe"]],
    [{ p: { hp: false } }, {}, [...without("be seen"), "be hidden"]],
    [{}, { enable_hidden_participants: true }, [...without("be seen"), "be hidden"]],
    [{ er: "local" }, {}, [...plain, "record locally"]],
    [{}, { enable_recording: "cloud" }, [...plain, "record in the cloud"]],
    [{ er: "local" }, { enable_recording: "cloud" }, [...plain, "record locally"]],
    [{ er: false }, { enable_recording: "cloud" }, [...plain, "record in the cloud"]],
    [{ er: "cloud", sr: true }, {}, [...plain, "record in the cloud", "records on join"]],
    [{ sr: true }, {}, plain],
    [{ ast: true }, {}, plain],
    [{ ast: true, o: true }, {}, [...plain, ...overOthers, "stream", "transcribe", "transcribes on join"]],
  ])("%j in %j", async (claims, settings, expected) => {
    expect(new Set(await allowed(claims, settings))).toEqual(new Set(expected));
  });

  it("receives by sender first", async () => {
    const claims = { p: { cr: { b: { v: false, a: true }, u: { u_2: { v: true } } } } };
    expect(await allowed(claims)).not.toContain("receive video");
    expect(await allowed(claims, {}, "u_2")).toContain("receive video");
    expect(await allowed(claims, {}, "u_2")).toContain("receive audio");
    expect(await allowed({ p: { cr: { b: false } } })).not.toContain("receive audio");
  });

  it("says what rests on documents and what on a choice", async () => {
    const ask = async (claims: Claims) =>
      (await emulator.allows({ token: await sign(claims), room, action: "admit", roomSettings: locked })).basis;
    expect([await ask({ o: true }), await ask({ p: { ca: "p" } }), await ask({})]).toEqual([
      "documented",
      "chosen",
      "documented",
    ]);
  });
});

import { inspectToken, translate } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { daily } from "./adapter.js";
import { unreadableSettings } from "./unreadable-settings.js";

const documented: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { permissions: {} },
  { permissions: { canSend: false, hasPresence: true, canAdmin: ["participants"] } },
  { permissions: { canSend: ["video", "customAudio"], canReceive: { base: { audio: false }, byUserId: { u: true } } } },
  { enable_recording: "cloud-audio-only", enable_screenshare: false, enable_knocking: true },
  { enable_recording: ["cloud", "raw-tracks"], enable_hidden_participants: false },
  { exp: 1864081538, nbf: 0, eject_at_room_exp: true, eject_after_elapsed: 60 },
  // Unset, and settings that grant and restrict nothing here.
  { exp: null, permissions: null, enable_knocking: undefined, lang: 7, enable_chat: "yes" },
];

describe("settings of a Daily room", () => {
  it.each(documented)("can be read: %j", (room) => {
    expect(unreadableSettings(room)).toEqual([]);
  });

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ permissions: true }, "permissions"],
    [{ permissions: { canSend: ["video", "hologram"] } }, "permissions.canSend"],
    [{ permissions: { canSend: "video" } }, "permissions.canSend"],
    [{ permissions: { canReceive: { base: { hologram: false } } } }, "permissions.canReceive"],
    [{ permissions: { canReceive: { base: true, byRole: { guest: false } } } }, "permissions.canReceive"],
    [{ permissions: { canAdmin: ["emperor"] } }, "permissions.canAdmin"],
    [{ permissions: { hasPresence: "false" } }, "permissions.hasPresence"],
    [{ permissions: { cs: false } }, "permissions.cs"],
    [{ permissions: { canSend: true, canHear: false } }, "permissions.canHear"],
    [{ name: "standup", privacy: "private", config: { enable_screenshare: false } }, "config"],
    [{ enable_hidden_participants: 1 }, "enable_hidden_participants"],
    [{ enable_knocking: "true" }, "enable_knocking"],
    [{ enable_recording: "hologram" }, "enable_recording"],
    [{ enable_screenshare: "false" }, "enable_screenshare"],
    [{ eject_after_elapsed: "60" }, "eject_after_elapsed"],
    [{ eject_at_room_exp: "true" }, "eject_at_room_exp"],
    [{ exp: 1_864_081_538_000 }, "exp"],
    [{ nbf: 1e11 }, "nbf"],
    [{ exp: "2027-01-01" }, "exp"],
    [{ nbf: Number.NaN }, "nbf"],
  ])("cannot be read for certain: %j", (room, name) => {
    expect(unreadableSettings(room)).toEqual([name]);
  });

  it("that restrict in a way that nobody knows are not lost on the way to another room", () => {
    const now = 1_800_000_000;
    const claims = { r: "room", d: "25df5057-ef0d-4d97-bde6-0cf287276cbb", ud: "ann", exp: now + 3600, iat: now };
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const source = inspectToken(`${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.${"A".repeat(43)}`, daily, {
      now,
    });
    const rooms = { source: { permissions: { canSend: ["video", "hologram"] } } };
    expect(() => translate(source, { from: daily, to: daily, now, trustUnverified: true, policy: { rooms } })).toThrow(
      expect.objectContaining({ code: "translate.policy", path: "policy.rooms.source.permissions.canSend" }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { videosdk } from "./adapter.js";
import { defaults } from "./defaults.js";
import type { VideosdkPermission, VideosdkProperties } from "./properties.js";

function authorityOf(properties: VideosdkProperties) {
  return videosdk.authority({ properties, unknown: {}, findings: [] }, {});
}

const everyRoom = { any: true };
const both = ["api", "participant"];

describe("components", () => {
  it("belongs to the api key", () => {
    expect(authorityOf({ apikey: "TEST-ONLY-key" }).tenant).toBe("TEST-ONLY-key");
    expect(authorityOf({})).not.toHaveProperty("tenant");
  });

  const rooms: [string, VideosdkProperties, unknown, unknown][] = [
    ["absent", { version: 2 }, everyRoom, everyRoom],
    ["with version 2", { roomId: "2kyv-gzay-64pg", version: 2 }, "2kyv-gzay-64pg", "2kyv-gzay-64pg"],
    ["without version 2 perhaps ignored", { roomId: "2kyv-gzay-64pg" }, "2kyv-gzay-64pg", everyRoom],
    ["with 2 as text as well", { roomId: "2kyv-gzay-64pg", version: "2" }, "2kyv-gzay-64pg", everyRoom],
  ];
  it.each(rooms)("room %s", (_, properties, lowest, highest) => {
    expect(authorityOf(properties).room).toEqual({ lowest, highest });
  });

  const identities: [string, VideosdkProperties, unknown, unknown][] = [
    ["absent", { version: 2 }, null, null],
    ["with version 2", { participantId: "u_1", version: 2 }, "u_1", "u_1"],
    ["without version 2 perhaps ignored", { participantId: "u_1" }, "u_1", null],
    ["with 2 as text as well", { participantId: "u_1", version: "2" }, "u_1", null],
  ];
  it.each(identities)("identity %s", (_, properties, lowest, highest) => {
    expect(authorityOf(properties).identity).toEqual({ lowest, highest });
  });

  const purposes: [string, VideosdkProperties, unknown, unknown][] = [
    ["rtc", { roles: ["rtc"], version: 2 }, ["participant"], ["participant"]],
    ["crawler", { roles: ["crawler"], version: 2 }, ["api"], ["api"]],
    ["both roles", { roles: ["crawler", "rtc"], version: 2 }, both, both],
    ["no roles", { version: 2 }, ["participant"], both],
    ["no roles and no version", {}, ["participant"], both],
    ["empty roles", { roles: [], version: 2 }, ["participant"], both],
    ["rtc without version", { roles: ["rtc"] }, ["participant"], both],
    ["crawler without version", { roles: ["crawler"] }, [], both],
    ["rtc with 2 as text", { roles: ["rtc"], version: "2" }, ["participant"], both],
    ["crawler with 2 as text", { roles: ["crawler"], version: "2" }, [], both],
    ["both roles without version", { roles: ["crawler", "rtc"] }, ["participant"], both],
  ];
  it.each(purposes)("purpose of %s", (_, properties, lowest, highest) => {
    expect(authorityOf(properties).purpose).toEqual({ lowest, highest });
  });

  const entries: [VideosdkPermission[] | undefined, string, string][] = [
    [["allow_join"], "direct", "direct"],
    [["allow_join", "allow_mod"], "direct", "direct"],
    [["ask_join"], "ask", "ask"],
    [["ask_join", "allow_mod"], "ask", "direct"],
    [["allow_join", "ask_join"], "ask", "direct"],
    [["allow_join", "ask_join", "allow_mod"], "ask", "direct"],
    [["allow_mod"], "ask", "direct"],
    [[], "ask", "direct"],
    [undefined, "ask", "direct"],
  ];
  it.each(entries)("entry of %j", (permissions, lowest, highest) => {
    expect(authorityOf(permissions === undefined ? {} : { permissions }).entry).toEqual({ lowest, highest });
  });

  const windows: [string, VideosdkProperties, unknown, unknown][] = [
    ["exp", { exp: 9 }, { notBefore: 0, expiresAt: 9 }, { notBefore: 0, expiresAt: 9 }],
    ["no exp is not known to be taken", {}, { notBefore: 0, expiresAt: undefined }, { notBefore: 0, expiresAt: null }],
    ["nbf is not known to hold", { exp: 9, nbf: 5 }, { notBefore: 5, expiresAt: 9 }, { notBefore: 0, expiresAt: 9 }],
    ["nbf of zero", { exp: 9, nbf: 0 }, { notBefore: 0, expiresAt: 9 }, { notBefore: 0, expiresAt: 9 }],
  ];
  it.each(windows)("window: %s", (_, properties, lowest, highest) => {
    expect(authorityOf(properties).window).toEqual({ lowest, highest });
  });

  it("never ends a stay and starts nothing by itself", () => {
    const stay = { maxSeconds: null, endsAtExpiry: false };
    const { stay: read, automation } = authorityOf({ exp: 9, version: 2, roles: ["rtc"] });
    expect(read).toEqual({ lowest: stay, highest: stay });
    expect(automation).toEqual({});
  });

  it("does not depend on the room's settings", () => {
    const native = { properties: { permissions: ["allow_join"] as const }, unknown: {}, findings: [] };
    const room = { autoCloseConfig: { duration: 10 }, allowedParticipantIds: ["u_1"] };
    expect(videosdk.authority(native, { room })).toEqual(videosdk.authority(native, {}));
  });
});

describe("rights", () => {
  const sending = {
    "rights.publish.microphone": "ungoverned, everyone",
    "rights.publish.camera": "ungoverned, everyone",
    "rights.publish.screen": "ungoverned, everyone",
    "rights.publish.screenAudio": "ungoverned",
    "rights.publish.custom": "ungoverned",
    "rights.publish.data": "ungoverned",
    "rights.subscribe": "ungoverned, everyone",
    "rights.visible": "ungoverned, everyone",
    "rights.record": "ungoverned",
    "rights.livestream": "ungoverned",
    "rights.transcribe": "ungoverned",
    "rights.moderate.permissions": "default(deny)",
  };
  const noModerator = { media: "default(deny)", remove: "default(deny), liftable" };
  const moderator = { media: "allow", remove: "possible" };
  const unclear = { media: "possible", remove: "possible" };

  const rows: [VideosdkPermission[] | undefined, { media: string; remove: string }, string][] = [
    [["allow_join"], noModerator, "ungoverned, everyone"],
    [["allow_join", "allow_mod"], moderator, "ungoverned, everyone"],
    [["allow_mod", "allow_join"], moderator, "ungoverned, everyone"],
    [["ask_join"], noModerator, "default(deny)"],
    [["ask_join", "allow_mod"], unclear, "unknown"],
    [["allow_join", "ask_join", "allow_mod"], unclear, "unknown"],
    [["allow_join", "ask_join"], noModerator, "unknown"],
    [["allow_mod"], unclear, "unknown"],
    [[], noModerator, "unknown"],
    [undefined, noModerator, "unknown"],
  ];
  it.each(rows)("of %j", (permissions, { media, remove }, admit) => {
    expect(authorityOf(permissions === undefined ? {} : { permissions }).rights).toEqual({
      ...sending,
      "rights.moderate.media": media,
      "rights.moderate.remove": remove,
      "rights.admit": admit,
    });
  });

  it("never claims that removing is denied", () => {
    for (const [permissions] of rows) {
      const reading = authorityOf(permissions === undefined ? {} : { permissions }).rights["rights.moderate.remove"];
      expect(["default(deny), liftable", "possible"]).toContain(reading);
    }
  });
});

describe("defaults", () => {
  it("each have a note, a source and a date", () => {
    const { rights, admit, entry, ...single } = defaults;
    const all = [rights, admit, entry, single].flatMap((group) => Object.values(group));
    expect(all).toHaveLength(14 + 4 + 4 + 5);
    for (const { note, source, asOf } of all) {
      expect(note).toMatch(/\.$/);
      expect(source).toMatch(/^https:\/\//);
      expect(asOf).toBe("2026-11");
    }
  });
});

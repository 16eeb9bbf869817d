import { rightPaths } from "@roompass/core";
import type { RightPath, RoomSettings, StatedReading } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { authority } from "./authority.js";
import { rightDefaults, roomRules } from "./defaults.js";
import type { MeteredProperties } from "./properties.js";
import { frozen, nativeOf } from "./testing/natives.js";

const read = (properties: MeteredProperties, room?: RoomSettings) =>
  authority(frozen(nativeOf(properties)), room === undefined ? {} : frozen({ room }));

function rightsOf(properties: MeteredProperties, room?: RoomSettings): Readonly<Record<RightPath, StatedReading>> {
  return read(properties, room).rights;
}

const everyone = "ungoverned, everyone";
const silent: Record<RightPath, StatedReading> = {
  "rights.publish.microphone": everyone,
  "rights.publish.camera": everyone,
  "rights.publish.screen": everyone,
  "rights.publish.screenAudio": "ungoverned",
  "rights.publish.custom": "ungoverned",
  "rights.publish.data": "ungoverned",
  "rights.subscribe": everyone,
  "rights.visible": everyone,
  "rights.moderate.media": "default(deny), liftable",
  "rights.moderate.remove": "default(deny), liftable",
  "rights.moderate.permissions": "default(deny), liftable",
  "rights.admit": "default(deny), liftable",
  "rights.record": "ungoverned",
  "rights.livestream": "ungoverned",
  "rights.transcribe": "ungoverned",
};
const moderation: readonly RightPath[] = [
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
];
const media: readonly RightPath[] = ["rights.publish.microphone", "rights.publish.camera", "rights.publish.screen"];

function withReadings(
  paths: readonly RightPath[],
  reading: StatedReading,
  base = silent,
): Record<RightPath, StatedReading> {
  return { ...base, ...Object.fromEntries(paths.map((path) => [path, reading])) };
}

const member = withReadings([...moderation, "rights.admit"], "default(deny)");
const admin = withReadings(["rights.admit"], "allow", withReadings(moderation, "possible"));

describe("rights", () => {
  it("reads the three states of isAdmin", () => {
    expect(rightsOf({ roomName: "a" })).toEqual(silent);
    expect(rightsOf({ roomName: "a", isAdmin: false })).toEqual(member);
    expect(rightsOf({ roomName: "a", isAdmin: true })).toEqual(admin);
  });

  it("leaves sending to admins where the room does", () => {
    const room = { ownerOnlyBroadcast: true };
    expect(rightsOf({ roomName: "a" }, room)).toEqual(withReadings(media, "default(deny)"));
    expect(rightsOf({ roomName: "a", isAdmin: false }, room)).toEqual(withReadings(media, "default(deny)", member));
    expect(rightsOf({ roomName: "a", isAdmin: true }, room)).toEqual(admin);
    expect(rightsOf({ roomName: "a" }, { ownerOnlyBroadcast: false })).toEqual(silent);
  });

  it("is sure of no camera and of no screen in a room for audio only, which nobody describes", () => {
    const room = { audioOnlyRoom: true };
    const [camera, screen] = ["rights.publish.camera", "rights.publish.screen"] as const;
    const inside = (base: Record<RightPath, StatedReading>) => ({
      ...base,
      [camera]: "default(deny), liftable",
      [screen]: "unknown",
    });
    expect(rightsOf({ roomName: "a" }, room)).toEqual(inside(silent));
    expect(rightsOf({ roomName: "a", isAdmin: true }, room)).toEqual(inside(admin));
    expect(rightsOf({ roomName: "a", isAdmin: false }, room)).toEqual(inside(member));
  });

  it("keeps to what is described where only admins send and nobody describes the rest", () => {
    const room = { ownerOnlyBroadcast: true, audioOnlyRoom: true };
    expect(rightsOf({ roomName: "a" }, room)).toEqual(withReadings(media, "default(deny)"));
    expect(rightsOf({ roomName: "a", isAdmin: true }, room)["rights.publish.screen"]).toBe("unknown");
  });

  it("gives nobody recording where the room has it switched off", () => {
    expect(rightsOf({ roomName: "a", isAdmin: true }, { enableRecording: false })["rights.record"]).toBe(
      "default(deny)",
    );
    expect(rightsOf({ roomName: "a" }, { enableRecording: true })["rights.record"]).toBe("ungoverned");
  });

  it.each([["true"], [1], [null]])("takes a setting that is %j for none", (value) => {
    expect(rightsOf({ roomName: "a" }, { ownerOnlyBroadcast: value, audioOnlyRoom: value })).toEqual(silent);
  });

  it("does not let one room's settings stay for the next", () => {
    rightsOf({ roomName: "a" }, { ownerOnlyBroadcast: true });
    expect(rightsOf({ roomName: "a" })).toEqual(silent);
  });

  it("has a sourced entry for every right in every state", () => {
    for (const state of Object.values(rightDefaults)) {
      expect(Object.keys(state).sort()).toEqual([...rightPaths].sort());
      for (const { source, asOf, note } of Object.values(state)) {
        expect(source).toMatch(/^https:\/\//);
        expect(asOf).toBe("2026-11");
        expect(note).not.toBe("");
      }
    }
    expect(roomRules.every(({ source, asOf }) => source.startsWith("https://") && asOf === "2026-11")).toBe(true);
  });
});

describe("room", () => {
  const any = { any: true };
  it.each<[MeteredProperties, unknown, unknown]>([
    [{ roomName: "a" }, "a", "a"],
    [{ roomName: "a", globalToken: false }, "a", "a"],
    [{ roomName: "a", globalToken: true }, "a", any],
    [{ globalToken: true }, any, any],
    [{}, any, any],
    [{ globalToken: false }, any, any],
  ])("reads %j", (properties, lowest, highest) => {
    expect(read(properties).room).toEqual({ lowest, highest });
  });
});

describe("window", () => {
  it.each<[string, MeteredProperties, RoomSettings, [number, number | null], [number, number | null]]>([
    ["nothing", {}, {}, [0, null], [0, null]],
    ["times inside data", { expireUnixSec: 200, notBeforeUnixSec: 100 }, {}, [100, 200], [100, 200]],
    ["times beside data", { exp: 200, nbf: 100 }, {}, [100, 200], [100, 200]],
    ["agreeing times", { exp: 200, expireUnixSec: 200, nbf: 100, notBeforeUnixSec: 100 }, {}, [100, 200], [100, 200]],
    ["disagreeing expiries", { exp: 200, expireUnixSec: 300 }, {}, [0, 200], [0, 300]],
    ["disagreeing expiries, other way", { exp: 300, expireUnixSec: 200 }, {}, [0, 200], [0, 300]],
    ["disagreeing beginnings", { nbf: 100, notBeforeUnixSec: 150 }, {}, [150, null], [100, null]],
    ["an expiry at zero, over or none", { expireUnixSec: 0 }, {}, [0, 0], [0, null]],
    ["a beginning at zero", { notBeforeUnixSec: 0 }, {}, [0, null], [0, null]],
    ["zero and a beginning", { notBeforeUnixSec: 0, nbf: 100 }, {}, [100, null], [0, null]],
    ["the room's times in place of silence", {}, { expireUnixSec: 400, notBeforeUnixSec: 50 }, [50, 400], [50, 400]],
    ["the room's earlier end", { expireUnixSec: 500 }, { expireUnixSec: 400 }, [0, 400], [0, 500]],
    ["the room's later end", { expireUnixSec: 300 }, { expireUnixSec: 400 }, [0, 300], [0, 400]],
    [
      "zeros of a room, which mean nothing",
      { expireUnixSec: 300 },
      { expireUnixSec: 0, notBeforeUnixSec: 0 },
      [0, 300],
      [0, 300],
    ],
  ])("reads %s", (_name, properties, room, lowest, highest) => {
    const window = ([notBefore, expiresAt]: [number, number | null]) => ({ notBefore, expiresAt });
    expect(read({ roomName: "a", ...properties }, room).window).toEqual({
      lowest: window(lowest),
      highest: window(highest),
    });
  });
});

describe("stay", () => {
  it.each<[string, MeteredProperties, RoomSettings, number | null, number | null]>([
    ["no limit", {}, {}, null, null],
    ["the token's", { ejectAfterElapsedTimeInSec: 60 }, {}, 60, 60],
    ["the room's", {}, { ejectAfterElapsedTimeInSec: 90 }, 90, 90],
    ["both, the room's longer", { ejectAfterElapsedTimeInSec: 60 }, { ejectAfterElapsedTimeInSec: 90 }, 60, 90],
    ["both, the room's shorter", { ejectAfterElapsedTimeInSec: 60 }, { ejectAfterElapsedTimeInSec: 30 }, 30, 60],
    ["zero, at once or never", { ejectAfterElapsedTimeInSec: 0 }, {}, 0, null],
    ["a negative one", { ejectAfterElapsedTimeInSec: -5 }, {}, 0, null],
    ["a room's zero", {}, { ejectAfterElapsedTimeInSec: 0 }, null, null],
  ])("reads %s", (_name, properties, room, lowest, highest) => {
    const { stay } = read({ roomName: "a", ...properties }, room);
    expect([stay.lowest.maxSeconds, stay.highest.maxSeconds]).toEqual([lowest, highest]);
    expect([stay.lowest.endsAtExpiry, stay.highest.endsAtExpiry]).toEqual([false, false]);
  });

  it.each<[string, MeteredProperties, RoomSettings, boolean, boolean]>([
    ["with the token", { expireUnixSec: 200 }, { ejectAtRoomExp: true, expireUnixSec: 200 }, true, true],
    ["before the token", { expireUnixSec: 200 }, { ejectAtRoomExp: true, expireUnixSec: 150 }, true, true],
    ["the token never", {}, { ejectAtRoomExp: true, expireUnixSec: 150 }, true, true],
    ["after the token", { expireUnixSec: 200 }, { ejectAtRoomExp: true, expireUnixSec: 250 }, true, false],
    [
      "after the stricter time",
      { exp: 200, expireUnixSec: 300 },
      { ejectAtRoomExp: true, expireUnixSec: 250 },
      true,
      false,
    ],
    ["at a time that is not told", { expireUnixSec: 200 }, { ejectAtRoomExp: true }, true, false],
    ["at zero", { expireUnixSec: 200 }, { ejectAtRoomExp: true, expireUnixSec: 0 }, true, false],
    ["and removes nobody", { expireUnixSec: 200 }, { ejectAtRoomExp: false, expireUnixSec: 150 }, false, false],
    ["and says a text", { expireUnixSec: 200 }, { ejectAtRoomExp: "true", expireUnixSec: 150 }, false, false],
  ])("where the room ends %s", (_name, properties, room, lowest, highest) => {
    const { stay } = read({ roomName: "a", ...properties }, room);
    expect([stay.lowest.endsAtExpiry, stay.highest.endsAtExpiry]).toEqual([lowest, highest]);
  });
});

describe("the rest", () => {
  it("is a participant who walks in and sets nothing off", () => {
    const { purpose, entry, automation } = read({ roomName: "a", isAdmin: true });
    expect(purpose).toEqual({ lowest: ["participant"], highest: ["participant"] });
    expect(entry).toEqual({ lowest: "direct", highest: "direct" });
    expect(automation).toEqual({});
  });

  it("is bound to the caller's user id only", () => {
    expect(read({ externalUserId: "u_1" }).identity).toEqual({ lowest: "u_1", highest: "u_1" });
    expect(read({ meteredParticipantId: "id" }).identity).toEqual({ lowest: null, highest: null });
  });

  it("belongs to an app", () => {
    expect(read({ appName: "example" }).tenant).toBe("example");
    expect("tenant" in read({})).toBe(false);
  });
});

import type { RightPath, StatedReading } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { authority } from "./authority.js";
import { fromClaims } from "./claims.js";
import type { DailyProperties } from "./properties.js";
import { native } from "./testing/read-write.js";

function rightsOf(properties: DailyProperties, room?: Record<string, unknown>) {
  return authority(native(properties), room === undefined ? {} : { room }).rights;
}

function every(
  prefix: string,
  kinds: readonly string[],
  reading: StatedReading,
): Partial<Record<RightPath, StatedReading>> {
  return Object.fromEntries(kinds.map((kind) => [`${prefix}.${kind}`, reading]));
}

const publish = (reading: StatedReading) =>
  every("rights.publish", ["microphone", "camera", "screen", "screenAudio", "custom"], reading);
const moderate = (reading: StatedReading) => every("rights.moderate", ["media", "remove", "permissions"], reading);

describe("silence", () => {
  it("is the documented default, or nobody's statement", () => {
    expect(rightsOf({})).toEqual({
      ...publish("default(allow)"),
      "rights.publish.data": "ungoverned",
      "rights.subscribe": "default(allow)",
      "rights.visible": "default(allow)",
      ...moderate("default(deny), liftable"),
      "rights.admit": "default(deny), liftable",
      "rights.record": "unknown",
      "rights.livestream": "default(deny), liftable",
      "rights.transcribe": "default(deny), liftable",
    });
    expect(rightsOf({ is_owner: false })).toEqual(rightsOf({}));
  });

  it("opens every room for ever, for whoever holds the token", () => {
    expect(authority(native({}), {})).toMatchObject({
      purpose: { lowest: ["participant"], highest: ["participant"] },
      room: { lowest: { any: true }, highest: { any: true } },
      window: { lowest: { notBefore: 0, expiresAt: null } },
      stay: { lowest: { maxSeconds: null, endsAtExpiry: false }, highest: { maxSeconds: null, endsAtExpiry: false } },
      entry: { lowest: "direct", highest: "direct" },
      identity: { lowest: null, highest: null },
      automation: {},
    });
  });
});

describe("sending, with the two switches of the screen", () => {
  const rows: readonly [DailyProperties, Partial<Record<RightPath, StatedReading>>][] = [
    [
      { enable_screenshare: false },
      {
        "rights.publish.screen": "deny",
        "rights.publish.screenAudio": "deny",
        "rights.publish.camera": "default(allow)",
      },
    ],
    [
      { enable_screenshare: true },
      { "rights.publish.screen": "allow", "rights.publish.screenAudio": "default(allow)" },
    ],
    [{ permissions: { canSend: true } }, publish("allow")],
    [{ permissions: { canSend: false } }, publish("deny")],
    [
      { permissions: { canSend: false }, enable_screenshare: true },
      {
        ...publish("deny"),
        "rights.publish.screen": "deny, liftable",
        "rights.publish.screenAudio": "deny, liftable",
      },
    ],
    [{ permissions: { canSend: false }, enable_screenshare: false }, publish("deny")],
    [
      { permissions: { canSend: true }, enable_screenshare: false },
      {
        "rights.publish.screen": "deny, liftable",
        "rights.publish.screenAudio": "deny, liftable",
        "rights.publish.custom": "allow",
      },
    ],
    [
      { permissions: { canSend: ["screenVideo"] }, enable_screenshare: false },
      { "rights.publish.screen": "deny, liftable", "rights.publish.screenAudio": "deny" },
    ],
    [
      { permissions: { canSend: ["screenVideo"] }, enable_screenshare: true },
      { "rights.publish.screen": "allow", "rights.publish.screenAudio": "deny" },
    ],
    [
      { permissions: { canSend: ["screenAudio"] }, enable_screenshare: true },
      { "rights.publish.screen": "deny, liftable", "rights.publish.screenAudio": "allow" },
    ],
    [
      { permissions: { canSend: ["screenAudio"] } },
      { "rights.publish.screen": "deny", "rights.publish.screenAudio": "allow" },
    ],
    [{ permissions: { canSend: ["customVideo"] } }, { "rights.publish.custom": "possible" }],
    [
      { permissions: { canSend: ["customVideo", "customAudio"] } },
      { "rights.publish.custom": "allow", "rights.publish.camera": "deny" },
    ],
    [{ permissions: { canSend: [] } }, publish("deny")],
  ];
  it.each(rows)("%j", (properties, readings) => {
    expect(rightsOf(properties)).toMatchObject(readings);
  });
});

describe("administering", () => {
  it("reads an owner as holding all of it", () => {
    expect(rightsOf({ is_owner: true })).toMatchObject({
      ...moderate("allow"),
      ...publish("default(allow)"),
      "rights.admit": "allow",
      "rights.livestream": "allow",
      "rights.transcribe": "allow",
      "rights.record": "unknown",
    });
  });

  it("reads roles one by one, and does not guess who answers knocks", () => {
    expect(rightsOf({ permissions: { canAdmin: ["participants"] } })).toMatchObject({
      ...moderate("allow"),
      "rights.admit": "unknown",
      "rights.livestream": "deny",
      "rights.transcribe": "deny",
    });
    expect(rightsOf({ permissions: { canAdmin: ["streaming"] } })).toMatchObject({
      ...moderate("deny"),
      "rights.admit": "default(deny)",
      "rights.livestream": "allow",
    });
    expect(rightsOf({ permissions: { canAdmin: true } })["rights.admit"]).toBe("unknown");
    expect(rightsOf({ permissions: { canAdmin: false } })["rights.admit"]).toBe("default(deny)");
  });

  it("takes no right to record from the right to stream", () => {
    expect(rightsOf({ permissions: { canAdmin: ["streaming"] } })["rights.record"]).toBe("unknown");
    expect(rightsOf({ permissions: { canAdmin: true } })["rights.record"]).toBe("unknown");
  });

  it("keeps an owner's restrictions, of which nobody knows whether they hold", () => {
    expect(rightsOf({ is_owner: true, permissions: { canSend: ["audio"], canAdmin: false } })).toMatchObject({
      "rights.publish.microphone": "allow",
      "rights.publish.camera": "deny, liftable",
      "rights.publish.screen": "deny, liftable",
      "rights.publish.screenAudio": "deny, liftable",
      "rights.publish.custom": "deny, liftable",
      ...moderate("deny, liftable"),
      "rights.admit": "possible",
      "rights.livestream": "deny, liftable",
      "rights.transcribe": "deny, liftable",
    });
    expect(rightsOf({ is_owner: true, permissions: { hasPresence: false } })).toMatchObject({
      ...moderate("allow"),
      "rights.visible": "deny, liftable",
    });
    expect(rightsOf({ is_owner: true, permissions: { canReceive: { base: false } } })).toMatchObject({
      "rights.subscribe": "deny, liftable",
    });
  });

  it("denies an owner the screen for certain by the switch that is not a permission", () => {
    for (const permissions of [{}, { canSend: false }, { canSend: ["video"] }] as const) {
      expect(rightsOf({ is_owner: true, enable_screenshare: false, permissions })["rights.publish.screen"]).toBe(
        "deny",
      );
    }
    const against = { is_owner: true, enable_screenshare: false, permissions: { canSend: true } } as const;
    expect(rightsOf(against)["rights.publish.screen"]).toBe("deny, liftable");
  });
});

describe("recording", () => {
  it("knows its modes", () => {
    expect(authority(native({ enable_recording: "local" }), {})).toMatchObject({
      rights: { "rights.record": "allow" },
      modes: { "rights.record": ["local"] },
    });
    const all = authority(native({ enable_recording: ["raw-tracks", "local", "cloud-audio-only", "cloud"] }), {});
    expect(all.rights["rights.record"]).toBe("allow");
    expect(all).not.toHaveProperty("modes");
  });

  it("cannot be denied", () => {
    for (const er of [false, "off", []])
      expect(authority(fromClaims({ er }), {}).rights["rights.record"]).toBe("unknown");
  });

  it("starts by itself only when told to", () => {
    expect(authority(native({ start_cloud_recording: true, auto_start_transcription: true }), {}).automation).toEqual({
      record: { mode: "cloud" },
      transcribe: {},
    });
    expect(authority(native({ start_cloud_recording: false, auto_start_transcription: false }), {}).automation).toEqual(
      {},
    );
  });
});

describe("time", () => {
  it("does not call an expiry never that could not be read", () => {
    expect(authority(fromClaims({ exp: "soon" }), {}).window.highest.expiresAt).toBeUndefined();
  });

  it("reads a not-before of zero as none", () => {
    expect(authority(native({ nbf: 0, exp: 1864081538 }), {}).window.lowest).toEqual({
      notBefore: 0,
      expiresAt: 1864081538,
    });
  });

  const stays: readonly [
    DailyProperties,
    Record<string, unknown> | undefined,
    [number | null, boolean],
    [number | null, boolean],
  ][] = [
    [{ eject_at_token_exp: true, exp: 1864081538 }, undefined, [null, true], [null, true]],
    [{ eject_at_token_exp: true }, undefined, [null, true], [null, false]],
    [{ eject_after_elapsed: 60 }, undefined, [60, false], [60, false]],
    [{ exp: 1864081538 }, { eject_after_elapsed: 90 }, [90, false], [90, false]],
    [{ eject_after_elapsed: 60 }, { eject_after_elapsed: 30, eject_at_room_exp: true }, [60, false], [60, false]],
    [{ eject_at_token_exp: true, exp: 1864081538 }, { eject_after_elapsed: 30 }, [null, true], [null, true]],
    [{ eject_at_token_exp: false }, { eject_after_elapsed: 30 }, [30, false], [null, false]],
    [{ exp: 1864081538 }, { eject_at_room_exp: true }, [null, true], [null, false]],
    [{ exp: 1864081538 }, { eject_at_room_exp: true, exp: 1864081000 }, [null, true], [null, true]],
    [{}, { eject_at_room_exp: true, exp: 1864081000 }, [null, true], [null, false]],
    [{}, { eject_after_elapsed: 0 }, [0, false], [null, false]],
    [{ exp: 1864081538 }, { eject_at_room_exp: true, exp: 0 }, [null, true], [null, false]],
  ];
  it.each(stays)("stay of %j in %j", (properties, room, lowest, highest) => {
    const { stay } = authority(native(properties), room === undefined ? {} : { room });
    expect([stay.lowest.maxSeconds, stay.lowest.endsAtExpiry]).toEqual(lowest);
    expect([stay.highest.maxSeconds, stay.highest.endsAtExpiry]).toEqual(highest);
  });
});

describe("entry and identity", () => {
  it("knocks for certain only at a room that has knocking", () => {
    expect(authority(native({ knocking: true }), {}).entry).toEqual({ lowest: "ask", highest: "direct" });
    expect(authority(native({ knocking: true }), { room: { enable_knocking: true } }).entry).toEqual({
      lowest: "ask",
      highest: "ask",
    });
    expect(authority(native({ knocking: true }), { room: { enable_knocking: false } }).entry.highest).toBe("direct");
    expect(authority(native({ knocking: false }), { room: { enable_knocking: true } }).entry).toEqual({
      lowest: "direct",
      highest: "direct",
    });
  });

  it("binds to the user id and belongs to the domain", () => {
    expect(authority(native({ user_id: "u_1", domain_id: "x", room_name: "hello" }), {})).toMatchObject({
      tenant: "x",
      room: { lowest: "hello", highest: "hello" },
      identity: { lowest: "u_1", highest: "u_1" },
    });
  });

  it("does not rest on a user id that Daily may cut or refuse", () => {
    const [longest, longer] = ["u".repeat(36), "u".repeat(37)];
    expect(authority(native({ user_id: longest }), {}).identity).toEqual({ lowest: longest, highest: longest });
    expect(authority(native({ user_id: longer }), {}).identity).toEqual({ lowest: longer, highest: null });
  });
});

describe("the room in place of silence", () => {
  const room = {
    permissions: { canSend: ["audio"], hasPresence: false, canReceive: { base: false }, canAdmin: ["transcription"] },
    enable_screenshare: false,
    enable_recording: "cloud",
  };

  it("speaks where the token is silent", () => {
    expect(rightsOf({}, room)).toMatchObject({
      "rights.publish.microphone": "allow",
      "rights.publish.camera": "deny",
      "rights.visible": "deny",
      "rights.subscribe": "deny",
      "rights.transcribe": "allow",
      "rights.livestream": "deny",
      "rights.record": "allow",
    });
  });

  it("gives way to the token, permission by permission", () => {
    const readings = rightsOf({ permissions: { canSend: true }, enable_screenshare: true }, room);
    expect(readings).toMatchObject({ ...publish("allow"), "rights.visible": "deny" });
  });

  it("has no permissions for owners", () => {
    expect(rightsOf({ is_owner: true }, room)).toMatchObject({
      "rights.publish.camera": "default(allow)",
      "rights.subscribe": "default(allow)",
      ...moderate("allow"),
    });
  });

  it("hides those who are no owners", () => {
    const hidden = { enable_hidden_participants: true };
    expect(rightsOf({}, hidden)).toMatchObject({ "rights.visible": "unknown", "rights.subscribe": "unknown" });
    expect(rightsOf({ is_owner: true }, hidden)).toMatchObject({ "rights.visible": "default(allow)" });
    expect(rightsOf({ permissions: { hasPresence: true, canReceive: { base: true } } }, hidden)).toMatchObject({
      "rights.visible": "allow",
      "rights.subscribe": "allow",
    });
  });

  it("is not believed where its settings make no sense", () => {
    const nonsense = {
      permissions: { canSend: "v", canAdmin: [1], canReceive: { base: 1 }, hasPresence: 0 },
      enable_recording: true,
      enable_screenshare: "no",
    };
    expect(rightsOf({}, nonsense)).toEqual(rightsOf({}));
    expect(rightsOf({}, { permissions: true })).toEqual(rightsOf({}));
  });
});

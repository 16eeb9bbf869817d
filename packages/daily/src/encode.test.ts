import type { Ceiling, Grant, RightPath, StatedReading } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { daily } from "./adapter.js";
import type { DailyProperties } from "./properties.js";
import { issue, native } from "./testing/read-write.js";

const everyKind = { microphone: true, camera: true, screen: true, screenAudio: true, custom: true };
const noKind = { microphone: false, camera: false, screen: false, screenAudio: false, custom: false };
const moderate = { media: true, remove: true, permissions: true };
const host = { moderate, admit: true, livestream: true, transcribe: true };

const rows: readonly [Partial<Grant>, DailyProperties][] = [
  [{}, {}],
  [
    { notBefore: 1_700_000_000, expiresAt: 1_700_003_600 },
    { nbf: 1_700_000_000, exp: 1_700_003_600 },
  ],
  [{ expiresAt: null }, {}],
  [{ participant: { id: "u_1", name: "Alice" } }, { user_id: "u_1", user_name: "Alice" }],
  [{ participant: { email: "a@example.com", avatarUrl: "https://example.com/a", metadata: { team: 1 } } }, {}],
  [{ stay: { maxSeconds: 600 } }, { eject_after_elapsed: 600 }],
  [
    { stay: { endsAtExpiry: true }, expiresAt: 1_700_003_600 },
    { eject_at_token_exp: true, exp: 1_700_003_600 },
  ],
  [{ stay: { endsAtExpiry: false } }, { eject_at_token_exp: false }],
  [{ entry: "ask" }, { knocking: true }],
  [{ entry: "direct" }, { knocking: false }],
  [{ start: { camera: "off", microphone: "on" } }, { start_video_off: true, start_audio_off: false }],
  [
    { automation: { record: { mode: "cloud" }, transcribe: {} } },
    { start_cloud_recording: true, auto_start_transcription: true },
  ],
  [{ client: { language: "ja" } }, { lang: "jp" }],
  [{ client: { language: "PT-br" } }, { lang: "pt-BR" }],
  [{ client: { language: "cs" } }, { lang: "cs" }],
  [{ client: { language: "en-US" } }, { lang: "en-us" }],
  [{ client: { language: "zh" } }, {}],
  [
    { client: { redirectUrl: "app://bye", closeTabOnExit: true } },
    { redirect_on_meeting_exit: "app://bye", close_tab_on_exit: true },
  ],
  [{ rights: { publish: everyKind } }, { permissions: { canSend: true }, enable_screenshare: true }],
  [{ rights: { publish: noKind } }, { permissions: { canSend: false }, enable_screenshare: false }],
  [
    { rights: { publish: { ...noKind, camera: true, microphone: true } } },
    { permissions: { canSend: ["video", "audio"] }, enable_screenshare: false },
  ],
  [
    { rights: { publish: { ...noKind, camera: true, screen: true } } },
    { permissions: { canSend: ["video", "screenVideo"] }, enable_screenshare: true },
  ],
  [
    { rights: { publish: { ...everyKind, screen: false, screenAudio: false } } },
    { permissions: { canSend: ["video", "audio", "customVideo", "customAudio"] }, enable_screenshare: false },
  ],
  [{ rights: { publish: { screen: false, screenAudio: false } } }, { enable_screenshare: false }],
  [{ rights: { publish: { screen: false } } }, { enable_screenshare: false }],
  [{ rights: { publish: { screen: true } } }, { enable_screenshare: true }],
  [{ rights: { publish: { data: false } } }, {}],
  [{ rights: { subscribe: true } }, { permissions: { canReceive: { base: true } } }],
  [{ rights: { subscribe: false } }, { permissions: { canReceive: { base: false } } }],
  [
    {
      rights: {
        subscribe: { base: { ...noKind, microphone: true }, byParticipantId: { u_2: { camera: true }, u_3: false } },
      },
    },
    {
      permissions: {
        canReceive: {
          base: {
            video: false,
            audio: true,
            screenVideo: false,
            screenAudio: false,
            customVideo: { "*": false },
            customAudio: { "*": false },
          },
          byUserId: { u_2: { video: true }, u_3: false },
        },
      },
    },
  ],
  [
    { rights: { subscribe: { base: everyKind, byParticipantId: { u_2: noKind } } } },
    { permissions: { canReceive: { base: true, byUserId: { u_2: false } } } },
  ],
  [{ rights: { visible: false } }, { permissions: { hasPresence: false } }],
  [{ rights: { visible: true } }, { permissions: { hasPresence: true } }],
  [{ rights: { moderate } }, { permissions: { canAdmin: ["participants"] } }],
  [{ rights: { moderate: { media: false } } }, { permissions: { canAdmin: false } }],
  [{ rights: { admit: false } }, { permissions: { canAdmin: false } }],
  [{ rights: { livestream: true } }, { permissions: { canAdmin: ["streaming"] } }],
  [{ rights: { transcribe: true } }, { permissions: { canAdmin: ["transcription"] } }],
  [{ rights: { publish: { camera: true } } }, {}],
  [{ rights: { publish: { screen: false, screenAudio: true } } }, { permissions: { canSend: ["screenAudio"] } }],
  [{ rights: { moderate, transcribe: true } }, { permissions: { canAdmin: ["participants", "transcription"] } }],
  [{ rights: { moderate, livestream: true, transcribe: true } }, { permissions: { canAdmin: true } }],
  [{ rights: host }, { is_owner: true }],
  [
    { rights: { ...host, publish: everyKind, subscribe: true, visible: true } },
    { is_owner: true, enable_screenshare: true },
  ],
  [
    { rights: { ...host, publish: { screen: false, screenAudio: false } } },
    { is_owner: true, enable_screenshare: false },
  ],
  [{ rights: { record: ["cloud"] } }, { enable_recording: "cloud" }],
  [{ rights: { record: ["cloudAudioOnly"] } }, { enable_recording: "cloud-audio-only" }],
  [{ rights: { record: ["cloud", "rawTracks"] } }, { enable_recording: ["cloud", "raw-tracks"] }],
  [{ rights: { record: true } }, { enable_recording: ["cloud", "cloud-audio-only", "local", "raw-tracks"] }],
];

describe("issuing", () => {
  it.each(rows)("%j", (grant, properties) => {
    const encoded = issue(grant);
    expect(encoded.native.properties).toEqual({ room_name: "standup", ...properties });
    expect(encoded.problems).toEqual([]);
  });

  it("says every room by naming none", () => {
    expect(issue({ room: { any: true } })).toEqual({ native: native({}), problems: [] });
  });

  it("writes the domain and the time of issue", () => {
    const grant: Grant = { purpose: ["participant"], room: "standup" };
    const request = {
      grant,
      ceiling: ceilingOfGrant(grant),
      issuance: { tenant: "25df5057", issuedAt: 1_700_000_000 },
    };
    expect(daily.encode(request).native.properties).toEqual({
      room_name: "standup",
      domain_id: "25df5057",
      iat: 1_700_000_000,
    });
  });

  it("never makes a restricted owner", () => {
    const refused: NonNullable<Grant["rights"]>[] = [
      { publish: { camera: false } },
      { subscribe: false },
      { subscribe: { base: false, byParticipantId: { u: true } } },
      { visible: false },
    ];
    for (const limit of refused)
      expect(issue({ rights: { ...host, ...limit } }).native.properties.is_owner).toBeUndefined();
  });

  it("warns of custom tracks in a list", () => {
    const { findings } = issue({ rights: { publish: { ...everyKind, camera: false } } }).native;
    expect(findings).toMatchObject([{ id: "daily.custom-send", severity: "warning", path: "p.cs" }]);
    expect(issue({ rights: { publish: everyKind } }).native.findings).toEqual([]);
  });
});

describe("problems", () => {
  const refused: readonly [Partial<Grant>, string, string, DailyProperties][] = [
    [{ room: { anyOf: ["a", "b"] } }, "room", "grant.unsupported", { room_name: "a" }],
    [{ room: "https://x.daily.co/a" }, "room", "grant.invalid", { room_name: "https://x.daily.co/a" }],
    [{ room: "x.daily.co/a" }, "room", "grant.invalid", { room_name: "x.daily.co/a" }],
    [{ room: { pattern: "team-.*", dialect: "regex" } }, "room", "grant.unsupported", { room_name: "team-.*" }],
    [{ purpose: ["api"] }, "purpose", "grant.unsupported", { room_name: "standup" }],
    [{ purpose: ["api", "participant"] }, "purpose", "grant.unsupported", { room_name: "standup" }],
    [
      { stay: { endsAtExpiry: true } },
      "stay.endsAtExpiry",
      "grant.unsupported",
      { room_name: "standup", eject_at_token_exp: true },
    ],
    [
      { stay: { endsAtExpiry: true }, expiresAt: null },
      "stay.endsAtExpiry",
      "grant.unsupported",
      { room_name: "standup", eject_at_token_exp: true },
    ],
    [
      { automation: { record: { mode: "rawTracks" } } },
      "automation.record",
      "grant.unsupported",
      { room_name: "standup" },
    ],
    [
      { automation: { record: {} } },
      "automation.record",
      "grant.unsupported",
      { room_name: "standup", start_cloud_recording: true },
    ],
    [
      { automation: { transcribe: { mode: "cloud" } } },
      "automation.transcribe",
      "grant.unsupported",
      { room_name: "standup" },
    ],
    [{ rights: { record: false } }, "rights.record", "grant.unsupported", { room_name: "standup" }],
    [{ rights: { livestream: ["cloud"] } }, "rights.livestream", "grant.unsupported", { room_name: "standup" }],
    [{ rights: { transcribe: ["local"] } }, "rights.transcribe", "grant.unsupported", { room_name: "standup" }],
  ];
  it.each(refused)("%j", (grant, path, code, properties) => {
    const encoded = issue(grant);
    expect(encoded.problems).toMatchObject([{ path, code }]);
    expect(encoded.native.properties).toEqual(properties);
  });

  it("takes an id of 36 characters", () => {
    expect(issue({ participant: { id: "x".repeat(36) } }).problems).toEqual([]);
  });

  it("name what would help", () => {
    expect(issue({ room: { anyOf: ["a", "b"] } }).problems[0]?.remedy).toEqual({
      where: "policy",
      setting: "narrow.room",
    });
    expect(issue({ rights: { record: false } }).problems[0]?.remedy).toEqual({
      vendor: "daily",
      where: "room",
      setting: "enable_recording",
    });
  });

  it("never repeat a value", () => {
    const encoded = issue({ room: { anyOf: ["hidden-a", "hidden-b"] }, participant: { id: "hidden".repeat(7) } });
    expect(JSON.stringify(encoded.problems)).not.toContain("hidden");
  });
});

describe("the way of issuing", () => {
  it("is a problem where only a request can mint", () => {
    expect(issue({ rights: { record: true } }, "sign").problems).toMatchObject([
      { path: "rights.record", code: "grant.unsupported" },
    ]);
    expect(issue({ rights: { record: true } }, "request").problems).toEqual([]);
    const grant: Partial<Grant> = { extensions: { daily: { enable_prejoin_ui: true } } };
    expect(issue(grant, "sign").problems).toMatchObject([{ path: "extensions.daily.enable_prejoin_ui" }]);
    expect(issue(grant, "request").native.properties.enable_prejoin_ui).toBe(true);
  });

  it("leaves a moved right to record to the room when several ways cannot be signed", () => {
    const grant: Grant = { purpose: ["participant"], room: "standup", rights: { record: true } };
    const ceiling: Ceiling = { ...ceilingOfGrant(grant), purpose: "translate" };
    expect(daily.encode({ grant, ceiling, method: "sign" })).toMatchObject({
      native: { properties: { room_name: "standup" } },
      problems: [],
    });
    expect(daily.encode({ grant, ceiling, method: "request" }).native.properties.enable_recording).toHaveLength(4);
  });
});

describe("moving from another vendor", () => {
  const grant: Grant = { purpose: ["participant"], room: "standup" };
  function move(rights: Partial<Record<RightPath, StatedReading>>, more: Partial<Ceiling> = {}): DailyProperties {
    const ceiling = ceilingOfGrant(grant);
    return daily.encode({
      grant,
      ceiling: { ...ceiling, purpose: "translate", rights: { ...ceiling.rights, ...rights }, ...more },
    }).native.properties;
  }

  it("asks at the door where the source does, even if its grant does not say so", () => {
    expect(move({}, { entry: "ask" }).knocking).toBe(true);
    expect(move({}, { entry: "direct" })).not.toHaveProperty("knocking");
  });

  it("writes the denial of administration that the source has by default", () => {
    expect(
      move({ "rights.moderate.media": "default(deny)", "rights.moderate.remove": "default(deny)" }).permissions,
    ).toEqual({ canAdmin: false });
  });

  it("writes what is allowed by default only where a denial needs a list", () => {
    const silent = {
      "rights.publish.microphone": "default(allow)",
      "rights.publish.screen": "default(allow)",
    } as const;
    expect(move(silent).permissions).not.toHaveProperty("canSend");
    expect(move({ ...silent, "rights.publish.camera": "deny" }).permissions?.canSend).toEqual(["audio", "screenVideo"]);
  });

  it("gives no modes that Daily cannot hold", () => {
    const modes = { "rights.livestream": ["cloud"] } as const;
    const none = {
      "rights.moderate.media": "deny",
      "rights.moderate.remove": "deny",
      "rights.moderate.permissions": "deny",
    } as const;
    const properties = move({ ...none, "rights.livestream": "allow", "rights.transcribe": "allow" }, { modes });
    expect(properties.permissions).toEqual({ canAdmin: ["transcription"] });
    const all = {
      "rights.moderate.media": "allow",
      "rights.moderate.remove": "allow",
      "rights.moderate.permissions": "allow",
      "rights.admit": "allow",
    } as const;
    expect(
      move({ ...all, "rights.livestream": "allow", "rights.transcribe": "allow" }, { modes }).is_owner,
    ).toBeUndefined();
  });

  it("says nothing of recording where the source denies it, even if that may be widened", () => {
    const allowWidening = new Set<RightPath>(["rights.record"]);
    expect(move({ "rights.record": "deny" })).not.toHaveProperty("enable_recording");
    expect(move({ "rights.record": "deny" }, { allowWidening })).not.toHaveProperty("enable_recording");
    expect(move({ "rights.record": "allow" }).enable_recording).toHaveLength(4);
  });

  it("gives more where the caller allows it", () => {
    const allowWidening = new Set<RightPath>(["rights.admit", "rights.livestream", "rights.transcribe"]);
    const role = {
      "rights.moderate.media": "allow",
      "rights.moderate.remove": "allow",
      "rights.moderate.permissions": "allow",
    } as const;
    const wanted = {
      ...role,
      "rights.admit": "possible",
      "rights.livestream": "possible",
      "rights.transcribe": "possible",
    } as const;
    expect(move(wanted)).toEqual({ room_name: "standup", permissions: { canAdmin: ["participants"] } });
    expect(move(wanted, { allowWidening })).not.toEqual(move(wanted));
    expect(move({ ...wanted, "rights.admit": "allow" }, { allowWidening })).toEqual({
      room_name: "standup",
      is_owner: true,
    });
  });
});

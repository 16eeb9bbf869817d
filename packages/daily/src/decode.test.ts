import type { Grant } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { fromClaims } from "./claims.js";
import { decode } from "./decode.js";
import type { DailyProperties } from "./properties.js";
import { residueRules } from "./residue.js";
import { native } from "./testing/read-write.js";

const plain = { purpose: ["participant"], room: { any: true }, expiresAt: null };
const everyKind = { microphone: true, camera: true, screen: true, screenAudio: true, custom: true };
const allMedia = (flag: boolean) => ({
  video: flag,
  audio: flag,
  screenVideo: flag,
  screenAudio: flag,
  customVideo: { "*": flag },
  customAudio: { "*": flag },
});

const rows: readonly [DailyProperties, Partial<Grant>][] = [
  [{}, {}],
  [{ room_name: "hello" }, { room: "hello" }],
  [{ nbf: 1548721569 }, { notBefore: 1548721569 }],
  [{ exp: 1864081538 }, { expiresAt: 1864081538 }],
  [{ user_id: "u_1" }, { participant: { id: "u_1" } }],
  [{ user_name: "Alice" }, { participant: { name: "Alice" } }],
  [{ knocking: true }, { entry: "ask" }],
  [{ knocking: false }, { entry: "direct" }],
  [
    { eject_at_token_exp: true, exp: 1864081538 },
    { stay: { endsAtExpiry: true }, expiresAt: 1864081538 },
  ],
  [{ eject_at_token_exp: false }, { stay: { endsAtExpiry: false } }],
  [{ eject_after_elapsed: 600 }, { stay: { maxSeconds: 600 } }],
  [{ start_video_off: true }, { start: { camera: "off" } }],
  [{ start_video_off: false, start_audio_off: true }, { start: { camera: "on", microphone: "off" } }],
  [{ start_cloud_recording: true }, { automation: { record: { mode: "cloud" } } }],
  [{ auto_start_transcription: true }, { automation: { transcribe: {} } }],
  [{ lang: "de" }, { client: { language: "de" } }],
  [{ lang: "jp" }, { client: { language: "ja" } }],
  [{ lang: "pt-BR" }, { client: { language: "pt-BR" } }],
  [{ lang: "en-us" }, { client: { language: "en-US" } }],
  [{ lang: "cs" }, { client: { language: "cs" } }],
  [{ redirect_on_meeting_exit: "app://bye" }, { client: { redirectUrl: "app://bye" } }],
  [{ close_tab_on_exit: false }, { client: { closeTabOnExit: false } }],
  [{ enable_recording: "cloud" }, { rights: { record: ["cloud"] } }],
  [{ enable_recording: "raw-tracks" }, { rights: { record: ["rawTracks"] } }],
  [{ enable_recording: ["cloud", "raw-tracks"] }, { rights: { record: ["cloud", "rawTracks"] } }],
  [{ enable_recording: ["cloud", "cloud-audio-only", "local", "raw-tracks"] }, { rights: { record: true } }],
  [{ enable_screenshare: false }, { rights: { publish: { screen: false, screenAudio: false } } }],
  [{ enable_screenshare: true }, { rights: { publish: { screen: true } } }],
  [{ permissions: { canSend: true } }, { rights: { publish: everyKind } }],
  [
    { permissions: { canSend: false } },
    { rights: { publish: { microphone: false, camera: false, screen: false, screenAudio: false, custom: false } } },
  ],
  [
    { permissions: { canSend: ["video", "audio"] } },
    { rights: { publish: { microphone: true, camera: true, screen: false, screenAudio: false, custom: false } } },
  ],
  [
    { permissions: { canSend: true }, enable_screenshare: false },
    { rights: { publish: { ...everyKind, screen: false, screenAudio: false } } },
  ],
  [{ permissions: { hasPresence: false } }, { rights: { visible: false } }],
  [{ permissions: { hasPresence: true } }, { rights: { visible: true } }],
  [
    { permissions: { canAdmin: true } },
    { rights: { moderate: { media: true, remove: true, permissions: true }, livestream: true, transcribe: true } },
  ],
  [
    { permissions: { canAdmin: false } },
    { rights: { moderate: { media: false, remove: false, permissions: false }, livestream: false, transcribe: false } },
  ],
  [
    { permissions: { canAdmin: ["participants", "transcription"] } },
    { rights: { moderate: { media: true, remove: true, permissions: true }, livestream: false, transcribe: true } },
  ],
  [
    { is_owner: true },
    {
      rights: {
        moderate: { media: true, remove: true, permissions: true },
        admit: true,
        livestream: true,
        transcribe: true,
      },
    },
  ],
  [{ permissions: { canReceive: { base: true } } }, { rights: { subscribe: true } }],
  [{ permissions: { canReceive: { base: false } } }, { rights: { subscribe: false } }],
  [
    { permissions: { canReceive: { base: false, byUserId: { u_2: true } } } },
    { rights: { subscribe: { base: false, byParticipantId: { u_2: true } } } },
  ],
  [
    { permissions: { canReceive: { base: { ...allMedia(false), audio: true }, byUserId: { u_2: { video: true } } } } },
    {
      rights: {
        subscribe: {
          base: { microphone: true, camera: false, screen: false, screenAudio: false, custom: false },
          byParticipantId: { u_2: { camera: true } },
        },
      },
    },
  ],
];

describe("decode", () => {
  it.each(rows)("%j", (properties, grant) => {
    const decoded = decode(native(properties));
    expect(decoded).toEqual({ grant: { ...plain, ...grant }, issuance: {}, residue: decoded.residue, unknown: {} });
  });

  it("tells who issued the token and when", () => {
    expect(decode(native({ domain_id: "25df5057", iat: 1548721831 })).issuance).toEqual({
      tenant: "25df5057",
      issuedAt: 1548721831,
    });
  });

  it("reads the first printed token", () => {
    const claims = {
      nbf: 1548721569,
      exp: 1864081538,
      r: "hello",
      o: true,
      ss: true,
      er: "local",
      d: "25df5057",
      iat: 1548721831,
    };
    expect(decode(fromClaims(claims))).toEqual({
      grant: {
        purpose: ["participant"],
        room: "hello",
        notBefore: 1548721569,
        expiresAt: 1864081538,
        rights: {
          publish: { screen: true },
          moderate: { media: true, remove: true, permissions: true },
          admit: true,
          record: ["local"],
          livestream: true,
          transcribe: true,
        },
      },
      issuance: { tenant: "25df5057", issuedAt: 1548721831 },
      residue: {},
      unknown: {},
    });
  });

  it("does not call an expiry never that could not be read", () => {
    expect(decode(fromClaims({ exp: "soon" })).grant).not.toHaveProperty("expiresAt");
    expect(decode(fromClaims({ r: "hello" })).grant.expiresAt).toBeNull();
  });

  it("keeps an owner's restrictions", () => {
    const { grant } = decode(
      native({ is_owner: true, permissions: { canSend: ["audio"], canAdmin: ["participants"] } }),
    );
    expect(grant.rights).toEqual({
      publish: { microphone: true, camera: false, screen: false, screenAudio: false, custom: false },
      moderate: { media: true, remove: true, permissions: true },
      admit: true,
      livestream: false,
      transcribe: false,
    });
    expect(decode(native({ is_owner: true, permissions: { canAdmin: false } })).grant.rights).not.toHaveProperty(
      "admit",
    );
  });

  it("states no custom tracks where only one of the two kinds is listed", () => {
    expect(decode(native({ permissions: { canSend: ["customVideo"] } })).grant.rights?.publish).not.toHaveProperty(
      "custom",
    );
  });
});

describe("residue", () => {
  const kept: readonly [DailyProperties, Record<string, unknown>][] = [
    [{ is_owner: false }, { is_owner: false }],
    [{ nbf: 0 }, { nbf: 0 }],
    [{ start_cloud_recording: false }, { start_cloud_recording: false }],
    [{ auto_start_transcription: false }, { auto_start_transcription: false }],
    [{ lang: "user" }, { lang: "user" }],
    [{ lang: "ka" }, { lang: "ka" }],
    [{ lang: "" }, { lang: "" }],
    [{ redirect_on_meeting_exit: "" }, { redirect_on_meeting_exit: "" }],
    [{ enable_recording_ui: true }, { enable_recording_ui: true }],
    [{ enable_prejoin_ui: false }, { enable_prejoin_ui: false }],
    [{ enable_live_captions_ui: true }, { enable_live_captions_ui: true }],
    [{ enable_terse_logging: true }, { enable_terse_logging: true }],
    [{ start_cloud_recording_opts: { width: 1 } }, { start_cloud_recording_opts: { width: 1 } }],
    [{ intercom_join_alert: true }, { intercom_join_alert: true }],
    [{ meeting_join_hook: "x" }, { meeting_join_hook: "x" }],
    [{ enable_recording: ["cloud"] }, { enable_recording: ["cloud"] }],
    [{ enable_recording: ["raw-tracks", "cloud"] }, { enable_recording: ["raw-tracks", "cloud"] }],
    [{ permissions: {} }, { permissions: {} }],
    [
      { permissions: { canSend: ["audio", "video"] }, enable_screenshare: false },
      { permissions: { canSend: ["audio", "video"] }, enable_screenshare: false },
    ],
    [{ permissions: { canSend: ["video"] } }, { permissions: { canSend: ["video"] } }],
    [{ permissions: { canSend: true } }, { permissions: { canSend: true } }],
    [{ permissions: { canSend: ["video", "screenVideo"] } }, { permissions: { canSend: ["video", "screenVideo"] } }],
    [
      { permissions: { canAdmin: ["transcription", "participants"] } },
      { permissions: { canAdmin: ["transcription", "participants"] } },
    ],
    [
      { permissions: { canReceive: { base: allMedia(true) } } },
      { permissions: { canReceive: { base: allMedia(true) } } },
    ],
    [
      { permissions: { canReceive: { base: true, byParticipantId: { s: false } } } },
      { "permissions.canReceive": { base: true, byParticipantId: { s: false } } },
    ],
    [{ permissions: { canReceive: {} } }, { "permissions.canReceive": {} }],
  ];
  it.each(kept)("keeps %j", (properties, residue) => {
    expect(decode(native(properties)).residue).toEqual(residue);
    for (const name of Object.keys(residue)) expect(residueRules).toHaveProperty([name]);
  });

  const canonical: readonly DailyProperties[] = [
    { is_owner: true },
    { enable_screenshare: true },
    { enable_screenshare: false },
    { enable_recording: ["cloud", "local"] },
    { permissions: { canSend: true }, enable_screenshare: true },
    { permissions: { canSend: ["video", "audio"] }, enable_screenshare: false },
    { permissions: { canSend: ["video", "screenVideo"] }, enable_screenshare: true },
    { permissions: { canAdmin: ["participants"], hasPresence: true } },
    { permissions: { canReceive: { base: false, byUserId: { u_1: true } } } },
  ];
  it.each(canonical)("keeps nothing of %j", (properties) => {
    expect(decode(native(properties)).residue).toEqual({});
  });

  it("reads a mixed map of custom tracks as the least, and binds it", () => {
    const canReceive = { base: { ...allMedia(true), customVideo: { "*": true, poll: false } } };
    const { grant, residue } = decode(native({ permissions: { canReceive } }));
    expect(grant.rights?.subscribe).toEqual({
      base: { microphone: true, camera: true, screen: true, screenAudio: true, custom: false },
    });
    expect(residue).toEqual({ "permissions.canReceive": canReceive });
    expect(residueRules["permissions.canReceive"]?.kind).toBe("binding");
  });

  it("tells hints from what binds", () => {
    const kinds = Object.entries(residueRules).map(([name, { kind }]) => `${name} ${kind}`);
    expect(kinds).toContain("intercom_join_alert binding");
    expect(kinds).toContain("meeting_join_hook binding");
    expect(kinds).toContain("lang hint");
    expect(kinds).toContain("is_owner covered");
  });
});

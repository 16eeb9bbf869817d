import { RoompassError } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { claimProblems } from "./claim-problems.js";
import { fromClaims, toClaims } from "./claims.js";
import type { DailyProperties } from "./properties.js";
import { propertyTable } from "./property-table.js";
import { native } from "./testing/read-write.js";

const domain = "25df5057-ef0d-4d97-bde6-0cf287276cbb";

const rows: readonly [Record<string, unknown>, DailyProperties][] = [
  [{ r: "hello" }, { room_name: "hello" }],
  [{ nbf: 1548721569 }, { nbf: 1548721569 }],
  [{ nbf: 0 }, { nbf: 0 }],
  [{ exp: 1864081538 }, { exp: 1864081538 }],
  [{ d: domain }, { domain_id: domain }],
  [{ iat: 1548721831 }, { iat: 1548721831 }],
  [{ ud: "u_1" }, { user_id: "u_1" }],
  [{ u: "Alice" }, { user_name: "Alice" }],
  [{ u: "" }, { user_name: "" }],
  [{ o: true }, { is_owner: true }],
  [{ o: false }, { is_owner: false }],
  [{ k: true }, { knocking: true }],
  [{ ss: false }, { enable_screenshare: false }],
  [{ er: "cloud" }, { enable_recording: "cloud" }],
  [{ er: "cloud-audio-only" }, { enable_recording: "cloud-audio-only" }],
  [{ er: "local" }, { enable_recording: "local" }],
  [{ er: "raw-tracks" }, { enable_recording: "raw-tracks" }],
  [{ erui: false }, { enable_recording_ui: false }],
  [{ sr: true }, { start_cloud_recording: true }],
  [{ ast: true }, { auto_start_transcription: true }],
  [{ vo: true }, { start_video_off: true }],
  [{ ao: false }, { start_audio_off: false }],
  [{ ejt: true }, { eject_at_token_exp: true }],
  [{ eje: 600 }, { eject_after_elapsed: 600 }],
  [{ uil: "jp" }, { lang: "jp" }],
  [{ uil: "" }, { lang: "" }],
  [{ ctoe: true }, { close_tab_on_exit: true }],
  [{ rome: "https://example.com/bye" }, { redirect_on_meeting_exit: "https://example.com/bye" }],
  [{ ij: { any: 1 } }, { intercom_join_alert: { any: 1 } }],
  [{ mjh: "https://example.com/hook" }, { meeting_join_hook: "https://example.com/hook" }],
  [{ p: {} }, { permissions: {} }],
  [
    { p: { hp: false, cs: "v,a", ca: "p" } },
    { permissions: { hasPresence: false, canSend: ["video", "audio"], canAdmin: ["participants"] } },
  ],
];

describe("claims and properties", () => {
  it.each(rows)("reads %j", (claims, properties) => {
    expect(fromClaims(claims)).toEqual({ properties, unknown: {}, findings: [] });
  });

  it.each(rows)("writes %j", (claims, properties) => {
    expect(toClaims(native(properties))).toEqual(claims);
  });

  it("knows every documented abbreviation", () => {
    expect(propertyTable.map(({ claim }) => claim).sort()).toEqual(
      "ao ast ctoe d eje ejt er erui exp iat ij k mjh nbf o p r rome sr sro ss u ud uil vo".split(" "),
    );
  });

  it("reads the tokens that Daily prints, and writes them in the same order", () => {
    const first = {
      nbf: 1548721569,
      exp: 1864081538,
      r: "hello",
      o: true,
      ss: true,
      er: "local",
      d: domain,
      iat: 1548721831,
    };
    const second = { r: "room-0253", d: domain, iat: 1548722207 };
    expect(fromClaims(first)).toEqual({
      properties: {
        nbf: 1548721569,
        exp: 1864081538,
        room_name: "hello",
        is_owner: true,
        enable_screenshare: true,
        enable_recording: "local",
        domain_id: domain,
        iat: 1548721831,
      },
      unknown: {},
      findings: [],
    });
    expect(fromClaims(second).properties).toEqual({ room_name: "room-0253", domain_id: domain, iat: 1548722207 });
    for (const claims of [first, second])
      expect(JSON.stringify(toClaims(fromClaims(claims)))).toBe(JSON.stringify(claims));
  });

  it("takes claims without a prototype", () => {
    const claims: Record<string, unknown> = Object.create(null);
    claims["r"] = "hello";
    claims["zz"] = 1;
    expect(fromClaims(claims)).toEqual({ properties: { room_name: "hello" }, unknown: { zz: 1 }, findings: [] });
  });

  it("reads what is undefined as absent", () => {
    expect(fromClaims({ r: "hello", o: undefined })).toEqual({
      properties: { room_name: "hello" },
      unknown: {},
      findings: [],
    });
  });
});

describe("what cannot be read", () => {
  const invalid: readonly [Record<string, unknown>, string][] = [
    [{ r: 7 }, "r"],
    [{ r: "" }, "r"],
    [{ exp: "1864081538" }, "exp"],
    [{ exp: 1.5 }, "exp"],
    [{ exp: null }, "exp"],
    [{ nbf: -1 }, "nbf"],
    [{ iat: true }, "iat"],
    [{ o: "true" }, "o"],
    [{ o: 1 }, "o"],
    [{ ud: 5 }, "ud"],
    [{ ud: "" }, "ud"],
    [{ eje: 0 }, "eje"],
    [{ eje: "60" }, "eje"],
    [{ er: false }, "er"],
    [{ er: [] }, "er"],
    [{ sro: "wide" }, "sro"],
    [{ uil: 3 }, "uil"],
  ];
  it.each(invalid)("%j is an error and says nothing", (claims, path) => {
    const { properties, findings } = fromClaims(claims);
    expect(properties).toEqual({});
    expect(findings).toMatchObject([{ id: "claims.invalid", severity: "error", path }]);
  });

  const unknown: readonly [Record<string, unknown>, DailyProperties, string, RegExp][] = [
    [{ er: "off" }, {}, "er", /room/],
    [{ er: "cloud-beta" }, {}, "er", /`cloud`/],
    [{ er: "rtp-tracks" }, {}, "er", /`raw-tracks`/],
    [{ er: "output-byte-stream" }, {}, "er", /`cloud-audio-only`/],
    [{ er: "tape" }, {}, "er", /`local`/],
    [{ er: ["cloud", "rtp-tracks"] }, { enable_recording: ["cloud"] }, "er[1]", /`raw-tracks`/],
    [{ uil: "zh" }, {}, "uil", /codes/],
  ];
  it.each(unknown)("%j has an unknown value", (claims, properties, path, cure) => {
    const read = fromClaims(claims);
    expect(read.properties).toEqual(properties);
    expect(read.findings).toMatchObject([{ id: "claims.unknown-value", severity: "error", path }]);
    expect(read.findings[0]?.cure).toMatch(cure);
  });

  it("never repeats a value in a finding", () => {
    const { findings } = fromClaims({ r: 7, er: "secret-mode", uil: "secret-language", p: { cs: "secret-code" } });
    expect(JSON.stringify(findings)).not.toContain("secret");
  });
});

describe("unknown members", () => {
  const hints: readonly [Record<string, unknown>, string, RegExp][] = [
    [{ nfb: 1 }, "nfb", /`nbf`/],
    [{ EXP: 1 }, "EXP", /`exp`/],
    [{ room_name: "hello" }, "room_name", /`r`/],
    [{ roomName: "hello" }, "roomName", /`r`/],
    [{ is_owner: true }, "is_owner", /`o`/],
    [{ permissions: {} }, "permissions", /`p`/],
    [{ eject_at_token_exp: true }, "eject_at_token_exp", /`ejt`/],
    [{ enable_prejoin_ui: true }, "enable_prejoin_ui", /request/],
    [{ enable_live_captions_ui: true }, "enable_live_captions_ui", /request/],
    [{ enable_terse_logging: true }, "enable_terse_logging", /request/],
    [{ iss: "x" }, "iss", /`d`/],
    [{ sub: "x" }, "sub", /`r`/],
    [{ room: "x" }, "room", /`r`/],
    [{ uid: "x" }, "uid", /`ud`/],
  ];
  it.each(hints)("%j is kept, with a hint", (claims, path, cure) => {
    const { properties, unknown, findings } = fromClaims(claims);
    expect(properties).toEqual({});
    expect(unknown).toEqual(claims);
    expect(findings).toMatchObject([{ id: "lint.unknown-claim", severity: "warning", path }]);
    expect(findings[0]?.cure).toMatch(cure);
  });

  it("makes nothing of names that are far from everything", () => {
    const claims = { otcd: "x", jti: "y", role: "z", name: "n", aud: "a", constructor: 1, "n\u0000bf": 1 };
    expect(fromClaims(claims)).toEqual({ properties: {}, unknown: claims, findings: [] });
  });

  it("says nothing about `iss` and `sub` beside the claims that Daily reads", () => {
    expect(fromClaims({ iss: "x", sub: "y", d: domain, r: "hello" }).findings).toEqual([]);
  });

  it("are put back where they stood, and never over what is known", () => {
    const claims = {
      r: "hello",
      zz: 1,
      p: { cs: true, zz: 2, cr: { b: true, zz: 3, u: { u_1: { v: true, zz: 4 } } } },
    };
    expect(toClaims(fromClaims(claims))).toEqual(claims);
    expect(toClaims({ properties: { room_name: "hello" }, unknown: { r: "other", zz: 1 }, findings: [] })).toEqual({
      r: "hello",
      zz: 1,
    });
  });

  it("survive a member that is named like the prototype", () => {
    const claims = JSON.parse(
      '{"r":"hello","__proto__":{"o":true},"p":{"__proto__":1,"cr":{"b":true,"u":{"__proto__":false}}}}',
    ) as Record<string, unknown>;
    const read = fromClaims(claims);
    expect(read.properties.is_owner).toBeUndefined();
    expect(JSON.stringify(toClaims(read))).toContain('"__proto__":{"o":true}');
    expect(Object.getPrototypeOf(toClaims(read))).toBe(Object.prototype);
  });
});

describe("what only a request can mint", () => {
  const refused: readonly [DailyProperties, string][] = [
    [{ enable_prejoin_ui: true }, "extensions.daily.enable_prejoin_ui"],
    [{ enable_live_captions_ui: false }, "extensions.daily.enable_live_captions_ui"],
    [{ enable_terse_logging: true }, "extensions.daily.enable_terse_logging"],
    [{ enable_recording: ["cloud", "local"] }, "rights.record"],
    [{ enable_recording: ["cloud"] }, "rights.record"],
    [{ start_cloud_recording_opts: { width: 1 } }, "extensions.daily.start_cloud_recording_opts"],
  ];
  it.each(refused)("%j has no claims", (properties, path) => {
    const [problem] = claimProblems(native(properties));
    expect(problem).toMatchObject({ path, code: "grant.unsupported" });
    expect(problem?.cure).toMatch(/request/);
    expect(() => toClaims(native(properties))).toThrow(RoompassError);
  });

  it("throws once, with every path", () => {
    const properties: DailyProperties = { enable_prejoin_ui: true, enable_recording: ["cloud", "local"] };
    try {
      toClaims(native(properties));
      expect.unreachable();
    } catch (error) {
      expect(RoompassError.isInstance(error) && error.toJSON()).toMatchObject({
        code: "grant.unsupported",
        details: { paths: ["extensions.daily.enable_prejoin_ui", "rights.record"] },
      });
    }
  });

  it("reads the options of a recording, keys unchanged, and does not write them", () => {
    const { properties, findings } = fromClaims({ sro: { width: 1280 } });
    expect({ properties, findings }).toEqual({
      properties: { start_cloud_recording_opts: { width: 1280 } },
      findings: [],
    });
    expect(claimProblems(native(properties))).toMatchObject([{ path: "extensions.daily.start_cloud_recording_opts" }]);
  });

  it("reads a list of ways to record all the same", () => {
    expect(fromClaims({ er: ["cloud", "raw-tracks"] })).toEqual({
      properties: { enable_recording: ["cloud", "raw-tracks"] },
      unknown: {},
      findings: [],
    });
  });

  it("finds nothing against everything else", () => {
    expect(claimProblems(native({ room_name: "hello", enable_recording: "cloud", is_owner: true }))).toEqual([]);
  });
});

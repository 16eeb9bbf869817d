import type { Ceiling, Encoded, Grant } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant, judge } from "../../core/src/testing/internals.ts";
import { encode } from "./encode.js";
import { readingsOfPermissions } from "./permissions.js";
import type { VideosdkProperties } from "./properties.js";

const expiresAt = 1_795_003_600;
const plain: Grant = { purpose: ["participant"], room: "2kyv-gzay-64pg", expiresAt, entry: "direct" };
const minted: VideosdkProperties = {
  permissions: ["allow_join"],
  version: 2,
  roomId: "2kyv-gzay-64pg",
  roles: ["rtc"],
  exp: expiresAt,
};

function issue(grant: Grant, ceiling: Partial<Ceiling> = {}): Encoded<VideosdkProperties> {
  return encode({ grant, ceiling: { ...ceilingOfGrant(grant), ...ceiling } });
}

function without(grant: Grant, name: keyof Grant): Grant {
  const { [name]: _, ...rest } = grant;
  return rest as Grant;
}

describe("encode, field by field", () => {
  const both = { media: true, remove: true };
  const rows: [string, Grant, VideosdkProperties][] = [
    ["a plain participant", plain, minted],
    ["a lobby guest", { ...plain, entry: "ask" }, { ...minted, permissions: ["ask_join"] }],
    ["a moderator", { ...plain, rights: { moderate: both } }, { ...minted, permissions: ["allow_join", "allow_mod"] }],
    ["muting without removing is not given with more", { ...plain, rights: { moderate: { media: true } } }, minted],
    ["removing without muting is not given with more", { ...plain, rights: { moderate: { remove: true } } }, minted],
    [
      "no moderation at all",
      { ...plain, rights: { moderate: { media: false, remove: false, permissions: false } } },
      minted,
    ],
    [
      "a moderator who cannot change permissions",
      { ...plain, rights: { moderate: { ...both, permissions: false } } },
      { ...minted, permissions: ["allow_join", "allow_mod"] },
    ],
    [
      "a guest who asks is no moderator, whatever is asked for",
      { ...plain, entry: "ask", rights: { moderate: both } },
      { ...minted, permissions: ["ask_join"] },
    ],
    ["every room", { ...plain, room: { any: true } }, { ...minted, roomId: undefined } as never],
    ["a custom room id", { ...plain, room: "standup" }, { ...minted, roomId: "standup" }],
    ["a participant", { ...plain, participant: { id: "u_1" } }, { ...minted, participantId: "u_1" }],
    [
      "a participant id of any other letters",
      { ...plain, participant: { id: "ü/ß😀" } },
      { ...minted, participantId: "ü/ß😀" },
    ],
    ["the api", { ...plain, purpose: ["api"] }, { ...minted, roles: ["crawler"] }],
    ["both purposes", { ...plain, purpose: ["api", "participant"] }, { ...minted, roles: ["crawler", "rtc"] }],
    ["never expiring, said out loud", { ...plain, expiresAt: null }, { ...minted, exp: undefined } as never],
    ["a not-before is not carried", { ...plain, notBefore: 1_795_000_000 }, minted],
    ["a name is not carried", { ...plain, participant: { name: "Alice" } }, minted],
    ["an email is not carried", { ...plain, participant: { email: "a@example.org" } }, minted],
    [
      "an avatar and metadata are not carried",
      { ...plain, participant: { avatarUrl: "https://x", metadata: 1 } },
      minted,
    ],
    ["a stay is not carried", { ...plain, stay: { maxSeconds: 60, endsAtExpiry: true } }, minted],
    ["a start is not carried", { ...plain, start: { camera: "off", microphone: "on" } }, minted],
    ["automation is not carried", { ...plain, automation: { record: {}, transcribe: {} } }, minted],
    ["client hints are not carried", { ...plain, client: { language: "de", redirectUrl: "https://x" } }, minted],
    ["sending is not carried", { ...plain, rights: { publish: { camera: false, microphone: true } } }, minted],
    ["receiving and presence are not carried", { ...plain, rights: { subscribe: false, visible: false } }, minted],
    [
      "capturing is not carried",
      { ...plain, rights: { record: true, livestream: ["cloud"], transcribe: false } },
      minted,
    ],
    ["admitting is not carried", { ...plain, rights: { admit: true } }, minted],
    ["a token id", { ...plain, extensions: { videosdk: { jti: "TEST-ONLY-id" } } }, { ...minted, jti: "TEST-ONLY-id" }],
    ["others' extensions", { ...plain, extensions: { daily: { whatever: 1 } } }, minted],
  ];
  it.each(rows)("%s", (_, grant, properties) => {
    const { native, problems } = issue(grant);
    expect(problems).toEqual([]);
    expect(native).toEqual({ properties, unknown: {}, findings: [] });
    expect(Object.values(native.properties)).not.toContain(undefined);
  });

  it("takes tenant and issue time from outside", () => {
    const issuance = { tenant: "TEST-ONLY-key", issuedAt: 1_795_000_000 };
    const { native } = encode({ grant: plain, ceiling: ceilingOfGrant(plain), issuance });
    expect(native.properties).toEqual({ ...minted, apikey: "TEST-ONLY-key", iat: 1_795_000_000 });
  });

  it("takes the entry from the ceiling when the grant does not say", () => {
    expect(issue(without(plain, "entry"), { entry: "ask" }).native.properties.permissions).toEqual(["ask_join"]);
    expect(issue(plain, { entry: "ask" }).native.properties.permissions).toEqual(["allow_join"]);
  });

  it("makes a moderator of one who may perhaps remove, when the caller allows it", () => {
    const grant: Grant = { ...plain, rights: { moderate: { media: true } } };
    const allowed = issue(grant, { allowWidening: new Set(["rights.moderate.remove"] as const) });
    expect(allowed.native.properties.permissions).toEqual(["allow_join", "allow_mod"]);
  });

  it("leaves it to core to refuse a denial of removing, which no VideoSDK token can hold", () => {
    const context = { assume: "documented-defaults", sameVendor: false, samePlace: false } as const;
    for (const media of [true, false]) {
      const grant: Grant = { ...plain, rights: { moderate: { media, remove: false } } };
      const readings = readingsOfPermissions(issue(grant).native.properties.permissions);
      expect(judge("deny", readings["rights.moderate.remove"], context)).toBe("wider");
    }
  });

  it("never hands out its own lists", () => {
    expect(Object.isFrozen(issue(plain).native.properties.permissions)).toBe(true);
  });
});

describe("what VideoSDK does not take", () => {
  const rows: [string, Grant, string, string, string | undefined][] = [
    ["no entry", without(plain, "entry"), "entry", "grant.missing", "entry"],
    ["no entry for the api", without({ ...plain, purpose: ["api"] }, "entry"), "entry", "grant.missing", "entry"],
    ["no expiry", without(plain, "expiresAt"), "expiresAt", "grant.missing", "expiresAt"],
    ["a list of rooms", { ...plain, room: { anyOf: ["a", "b"] } }, "room", "grant.unsupported", "room"],
    ["a pattern", { ...plain, room: { pattern: "a*", dialect: "x" } }, "room", "grant.unsupported", "room"],
    ["an empty room", { ...plain, room: "" }, "room", "grant.invalid", "room"],
    ["an empty id", { ...plain, participant: { id: "" } }, "participant.id", "grant.invalid", "participant.id"],
    [
      "an id with a blank",
      { ...plain, participant: { id: "u 1" } },
      "participant.id",
      "grant.invalid",
      "participant.id",
    ],
    [
      "an id with a line break",
      { ...plain, participant: { id: "u\n" } },
      "participant.id",
      "grant.invalid",
      "participant.id",
    ],
    [
      "an extension that is modelled",
      { ...plain, extensions: { videosdk: { permissions: ["allow_mod"] } } },
      "extensions.videosdk.permissions",
      "grant.modelled-extension",
      undefined,
    ],
    [
      "a misspelt extension",
      { ...plain, extensions: { videosdk: { jit: "x" } } },
      "extensions.videosdk.jit",
      "grant.unknown-field",
      undefined,
    ],
    [
      "an extension that nobody knows",
      { ...plain, extensions: { videosdk: { "we ird": 1 } } },
      "extensions.videosdk",
      "grant.unknown-field",
      undefined,
    ],
    [
      "a token id of another type",
      { ...plain, extensions: { videosdk: { jti: 1 } } },
      "extensions.videosdk.jti",
      "grant.invalid",
      undefined,
    ],
  ];
  it.each(rows)("%s", (_, grant, path, code, setting) => {
    const { problems } = issue(grant);
    expect(problems).toEqual([
      expect.objectContaining({
        path,
        code,
        ...(setting === undefined ? {} : { remedy: { where: "policy", setting } }),
      }),
    ]);
  });

  it("points to the policy when a token is translated", () => {
    const { problems } = issue({ ...plain, room: { anyOf: ["a", "b"] } }, { purpose: "translate" });
    expect(problems[0]?.remedy).toEqual({ where: "policy", setting: "narrow.room" });
  });

  it("gives no permission at all when the entry is not said, unlike the vendor's builder", () => {
    expect(issue(without(plain, "entry")).native.properties).not.toHaveProperty("permissions");
  });

  it.each([
    ["apikey", "provider"],
    ["permissions", "`entry` and `rights.moderate`"],
    ["version", "always 2"],
    ["roomId", "`room`"],
    ["participantId", "`participant.id`"],
    ["roles", "`purpose`"],
    ["exp", "`expiresAt`"],
    ["iat", "when the token is issued"],
    ["nbf", "`notBefore`"],
    ["name", "`participant.name`"],
    ["metaData", "`participant.metadata`"],
  ])("names the place of %s, and does not let it override anything", (name, place) => {
    const grant: Grant = { ...plain, extensions: { videosdk: { [name]: "TEST-ONLY-override" } } };
    const { native, problems } = issue(grant);
    expect(problems[0]?.cure).toContain(place);
    expect(native).toEqual(issue(plain).native);
    expect(JSON.stringify(problems)).not.toContain("TEST-ONLY-override");
  });

  it("suggests the name that was probably meant", () => {
    expect(issue({ ...plain, extensions: { videosdk: { room_id: 1 } } }).problems[0]?.cure).toBe(
      "Did you mean `roomId`?",
    );
  });
});

describe("moving within VideoSDK", () => {
  const ceiling = ceilingOfGrant(plain);

  it("keeps a not-before and a token id that were there", () => {
    const grant: Grant = { ...plain, notBefore: 1_795_000_000 };
    const residue = { nbf: 1_795_000_000, jti: "TEST-ONLY-id" };
    expect(encode({ grant, ceiling, residue }).native.properties).toEqual({ ...minted, ...residue });
  });

  it("lets the grant decide the time of a not-before", () => {
    const grant: Grant = { ...plain, notBefore: 1_795_000_500 };
    expect(encode({ grant, ceiling, residue: { nbf: 1_795_000_000 } }).native.properties.nbf).toBe(1_795_000_500);
    expect(encode({ grant: plain, ceiling, residue: { nbf: 0 } }).native.properties.nbf).toBe(0);
  });

  it("prefers the extension to what was there", () => {
    const grant: Grant = { ...plain, extensions: { videosdk: { jti: "TEST-ONLY-new" } } };
    expect(encode({ grant, ceiling, residue: { jti: "TEST-ONLY-old" } }).native.properties.jti).toBe("TEST-ONLY-new");
  });

  it("takes nothing else from the residue", () => {
    const residue = { permissions: ["allow_mod"], roles: ["crawler"], nbf: "soon", jti: 7 };
    expect(encode({ grant: plain, ceiling, residue }).native.properties).toEqual(minted);
  });

  it("puts unknown members back, and no documented one among them", () => {
    const unknown = { email_id: { deep: [1] }, permissions: ["allow_mod"], apikey: "x" };
    expect(encode({ grant: plain, ceiling, unknown }).native.unknown).toEqual({ email_id: { deep: [1] } });
  });
});

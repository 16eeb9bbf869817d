import { describe, expect, it } from "vitest";
import { fromClaims } from "./claims.js";
import { decode } from "./decode.js";
import type { VideosdkProperties } from "./properties.js";

const iat = 1_795_000_000;
const everyRoom = { any: true };

function decoded(claims: Record<string, unknown>) {
  return decode(fromClaims(claims));
}

function decodedProperties(properties: VideosdkProperties) {
  return decode({ properties, unknown: {}, findings: [] });
}

describe("the vendor's own samples", () => {
  it("E1: the guide's sample", () => {
    const claims = {
      apikey: "TEST-ONLY-key",
      permissions: ["allow_join"],
      version: 2,
      roomId: "2kyv-gzay-64pg",
      participantId: "lxvdplwt",
      roles: ["crawler", "rtc"],
      iat,
      exp: iat + 7200,
    };
    expect(decoded(claims)).toEqual({
      grant: {
        purpose: ["api", "participant"],
        room: "2kyv-gzay-64pg",
        participant: { id: "lxvdplwt" },
        expiresAt: iat + 7200,
        entry: "direct",
      },
      issuance: { issuedAt: iat, tenant: "TEST-ONLY-key" },
      residue: {},
      unknown: {},
    });
  });

  it("E2: the server examples' default, without version and roles", () => {
    const claims = { apikey: "TEST-ONLY-key", permissions: ["allow_join", "allow_mod"], iat, exp: iat + 600 };
    expect(decoded(claims).grant).toEqual({
      purpose: ["participant"],
      room: everyRoom,
      expiresAt: iat + 600,
      entry: "direct",
      rights: { moderate: { media: true } },
    });
    expect(fromClaims(claims).findings.map(({ id }) => id)).toEqual(["videosdk.no-version", "videosdk.no-roles"]);
  });

  it("E3: the server examples with room and peer", () => {
    const claims = {
      apikey: "TEST-ONLY-key",
      permissions: ["allow_join", "allow_mod"],
      iat,
      exp: iat + 600,
      version: 2,
      roles: ["rtc"],
      roomId: "abcd-1234-efgh",
      participantId: "u_1",
    };
    expect(decoded(claims).grant).toEqual({
      purpose: ["participant"],
      room: "abcd-1234-efgh",
      participant: { id: "u_1" },
      expiresAt: iat + 600,
      entry: "direct",
      rights: { moderate: { media: true } },
    });
    expect(fromClaims(claims).findings).toEqual([]);
  });

  it("E4: the server package's builder when nothing is set makes a moderator of every room", () => {
    const claims = {
      apikey: "dummy-key",
      permissions: ["allow_join", "allow_mod"],
      version: 2,
      roles: ["rtc"],
      iat,
      exp: iat + 86_400,
    };
    expect(decoded(claims).grant).toEqual({
      purpose: ["participant"],
      room: everyRoom,
      expiresAt: iat + 86_400,
      entry: "direct",
      rights: { moderate: { media: true } },
    });
  });

  it("E5: the server package's api token", () => {
    const claims = {
      apikey: "dummy-key",
      permissions: ["allow_join", "allow_mod"],
      version: 2,
      roles: ["crawler"],
      iat,
      exp: iat + 86_400,
    };
    expect(decoded(claims).grant.purpose).toEqual(["api"]);
  });

  it("E6: the agents framework, without roles", () => {
    const claims = { apikey: "TEST-ONLY-key", permissions: ["allow_join"], version: 2, iat, exp: iat + 3600 };
    expect(decoded(claims).grant).toEqual({
      purpose: ["participant"],
      room: everyRoom,
      expiresAt: iat + 3600,
      entry: "direct",
    });
    expect(fromClaims(claims).findings.map(({ id }) => id)).toEqual(["videosdk.no-roles"]);
  });

  it("E7: the agents framework's avatar, a participant without roles and room", () => {
    const claims = {
      apikey: "TEST-ONLY-key",
      permissions: ["allow_join"],
      version: 2,
      iat,
      exp: iat + 3600,
      participantId: "avatar_0123abcd",
    };
    expect(decoded(claims).grant).toEqual({
      purpose: ["participant"],
      room: everyRoom,
      participant: { id: "avatar_0123abcd" },
      expiresAt: iat + 3600,
      entry: "direct",
    });
  });

  it("E8: all three permissions, no times and no version", () => {
    const claims = { apikey: "TEST-ONLY-key", permissions: ["allow_join", "allow_mod", "ask_join"] };
    expect(decoded(claims)).toEqual({
      grant: { purpose: ["participant"], room: everyRoom, entry: "ask" },
      issuance: { tenant: "TEST-ONLY-key" },
      residue: {},
      unknown: {},
    });
  });
});

describe("decode, property by property", () => {
  const plain = { purpose: ["participant"], room: everyRoom };
  const rows: [string, VideosdkProperties, Record<string, unknown>][] = [
    ["nothing", {}, plain],
    ["no permissions", { permissions: [] }, plain],
    ["allow_join", { permissions: ["allow_join"] }, { ...plain, entry: "direct" }],
    ["ask_join", { permissions: ["ask_join"] }, { ...plain, entry: "ask" }],
    [
      "allow_join and allow_mod",
      { permissions: ["allow_join", "allow_mod"] },
      { ...plain, entry: "direct", rights: { moderate: { media: true } } },
    ],
    ["allow_mod alone states nothing", { permissions: ["allow_mod"] }, plain],
    ["ask_join with allow_mod is asking", { permissions: ["ask_join", "allow_mod"] }, { ...plain, entry: "ask" }],
    ["ask_join with allow_join is asking", { permissions: ["allow_join", "ask_join"] }, { ...plain, entry: "ask" }],
    ["version alone", { version: 2 }, plain],
    ["a room", { roomId: "2kyv-gzay-64pg", version: 2 }, { ...plain, room: "2kyv-gzay-64pg" }],
    ["a room without version", { roomId: "2kyv-gzay-64pg" }, { ...plain, room: "2kyv-gzay-64pg" }],
    ["a participant", { participantId: "u_1", version: 2 }, { ...plain, participant: { id: "u_1" } }],
    ["a participant without version", { participantId: "u_1" }, { ...plain, participant: { id: "u_1" } }],
    ["rtc", { roles: ["rtc"] }, plain],
    ["crawler", { roles: ["crawler"] }, { ...plain, purpose: ["api"] }],
    ["both roles", { roles: ["rtc", "crawler"] }, { ...plain, purpose: ["api", "participant"] }],
    ["empty roles", { roles: [] }, plain],
    ["exp", { exp: 1_795_000_000 }, { ...plain, expiresAt: 1_795_000_000 }],
    ["exp of zero is a value", { exp: 0 }, { ...plain, expiresAt: 0 }],
    ["nbf", { nbf: 1_795_000_000 }, { ...plain, notBefore: 1_795_000_000 }],
    ["nbf of zero is no beginning", { nbf: 0 }, plain],
    ["a participant id with white space", { participantId: "a b" }, { ...plain, participant: { id: "a b" } }],
    ["a custom room id", { roomId: "standup" }, { ...plain, room: "standup" }],
    ["apikey and iat are no part of the grant", { apikey: "TEST-ONLY-key", iat: 1 }, plain],
    ["jti is no part of the grant", { jti: "TEST-ONLY-id" }, plain],
    ["an empty jti", { jti: "" }, plain],
  ];
  it.each(rows)("%s", (_, properties, grant) => {
    expect(decodedProperties(properties).grant).toEqual(grant);
  });

  it("does not say that a token without exp never expires", () => {
    expect(decodedProperties({ permissions: ["allow_join"] }).grant).not.toHaveProperty("expiresAt");
  });

  it("says who issued it and when", () => {
    expect(decodedProperties({ apikey: "TEST-ONLY-key", iat: 5 }).issuance).toEqual({
      tenant: "TEST-ONLY-key",
      issuedAt: 5,
    });
    expect(decodedProperties({}).issuance).toEqual({});
  });

  it("keeps what the neutral model does not have", () => {
    expect(decodedProperties({ nbf: 9, jti: "TEST-ONLY-id" }).residue).toEqual({ nbf: 9, jti: "TEST-ONLY-id" });
    expect(decodedProperties({ nbf: 0 }).residue).toEqual({ nbf: 0 });
  });

  it("passes unknown members on, deep ones too", () => {
    const unknown = { email_id: "a@example.org", deep: { list: [1, { a: null }] } };
    expect(decode({ properties: {}, unknown, findings: [] }).unknown).toEqual(unknown);
  });
});

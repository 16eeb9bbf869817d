import { describe, expect, it } from "vitest";
import { metered } from "./adapter.js";
import { fromClaims } from "./claims.js";
import { decode } from "./decode.js";
import type { MeteredProperties } from "./properties.js";
import { frozen, nativeOf } from "./testing/natives.js";

const participant = ["participant"];
const inA = { purpose: participant, room: "a", expiresAt: null };

const rows: readonly [string, MeteredProperties, Record<string, unknown>, Record<string, unknown>?][] = [
  ["roomName", { roomName: "a" }, inA],
  ["globalToken", { globalToken: true }, { ...inA, room: { any: true } }],
  ["neither", {}, { ...inA, room: { any: true } }],
  ["globalToken false alone", { globalToken: false }, { ...inA, room: { any: true } }, { globalToken: false }],
  ["both", { roomName: "a", globalToken: true }, inA, { globalToken: true }],
  ["room and globalToken false", { roomName: "a", globalToken: false }, inA, { globalToken: false }],
  ["isAdmin true", { roomName: "a", isAdmin: true }, { ...inA, rights: { admit: true } }],
  ["isAdmin false", { roomName: "a", isAdmin: false }, inA],
  ["name", { roomName: "a", name: "Alice" }, { ...inA, participant: { name: "Alice" } }],
  ["email", { roomName: "a", email: "a@example.org" }, { ...inA, participant: { email: "a@example.org" } }],
  ["meta text", { roomName: "a", meta: "gold" }, { ...inA, participant: { metadata: "gold" } }],
  [
    "meta object",
    { roomName: "a", meta: '{"b":1,"a":[true]}' },
    { ...inA, participant: { metadata: { b: 1, a: [true] } } },
  ],
  ["meta list", { roomName: "a", meta: "[1,2]" }, { ...inA, participant: { metadata: [1, 2] } }],
  ["meta with blanks", { roomName: "a", meta: '{ "a": 1 }' }, { ...inA, participant: { metadata: '{ "a": 1 }' } }],
  ["meta number", { roomName: "a", meta: "5" }, { ...inA, participant: { metadata: "5" } }],
  ["meta broken", { roomName: "a", meta: '{"a":' }, { ...inA, participant: { metadata: '{"a":' } }],
  [
    "meta with a name twice",
    { roomName: "a", meta: '{"a":1,"a":2}' },
    { ...inA, participant: { metadata: '{"a":1,"a":2}' } },
  ],
  ["meta empty", { roomName: "a", meta: "" }, { ...inA, participant: { metadata: "" } }],
  ["externalUserId", { roomName: "a", externalUserId: "u_1" }, { ...inA, participant: { id: "u_1" } }],
  ["expireUnixSec", { roomName: "a", expireUnixSec: 1_900_000_000 }, { ...inA, expiresAt: 1_900_000_000 }],
  ["exp", { roomName: "a", exp: 1_900_000_000 }, { ...inA, expiresAt: 1_900_000_000 }, { exp: 1_900_000_000 }],
  [
    "two expiries",
    { roomName: "a", exp: 1_900_000_000, expireUnixSec: 1_900_000_009 },
    { ...inA, expiresAt: 1_900_000_000 },
    { exp: 1_900_000_000 },
  ],
  [
    "two expiries, other way",
    { roomName: "a", exp: 1_900_000_009, expireUnixSec: 1_900_000_000 },
    { ...inA, expiresAt: 1_900_000_000 },
    { exp: 1_900_000_009 },
  ],
  ["notBeforeUnixSec", { roomName: "a", notBeforeUnixSec: 1_800_000_000 }, { ...inA, notBefore: 1_800_000_000 }],
  ["nbf", { roomName: "a", nbf: 1_800_000_000 }, { ...inA, notBefore: 1_800_000_000 }, { nbf: 1_800_000_000 }],
  [
    "two beginnings",
    { roomName: "a", nbf: 1_800_000_000, notBeforeUnixSec: 1_800_000_009 },
    { ...inA, notBefore: 1_800_000_009 },
    { nbf: 1_800_000_000 },
  ],
  ["a beginning at zero", { roomName: "a", notBeforeUnixSec: 0 }, inA],
  ["an expiry at zero", { roomName: "a", expireUnixSec: 0 }, { ...inA, expiresAt: 0 }],
  ["eject", { roomName: "a", ejectAfterElapsedTimeInSec: 1800 }, { ...inA, stay: { maxSeconds: 1800 } }],
  ["joinVideoOn true", { roomName: "a", joinVideoOn: true }, { ...inA, start: { camera: "on" } }],
  ["joinVideoOn false", { roomName: "a", joinVideoOn: false }, { ...inA, start: { camera: "off" } }],
  ["joinAudioOn true", { roomName: "a", joinAudioOn: true }, { ...inA, start: { microphone: "on" } }],
  ["joinAudioOn false", { roomName: "a", joinAudioOn: false }, { ...inA, start: { microphone: "off" } }],
  ["disableVideo", { roomName: "a", disableVideo: true }, inA, { disableVideo: true }],
  ["disableAudio", { roomName: "a", disableAudio: false }, inA, { disableAudio: false }],
  ["disableScreenSharing", { roomName: "a", disableScreenSharing: true }, inA, { disableScreenSharing: true }],
  ["meteredParticipantId", { roomName: "a", meteredParticipantId: "id" }, inA, { meteredParticipantId: "id" }],
];

describe("decode", () => {
  it.each(rows)("reads %s", (_name, properties, grant, residue = {}) => {
    const native = frozen(nativeOf(properties));
    expect(decode(native)).toEqual({ grant, issuance: {}, residue, unknown: {} });
    expect(decode(native)).toEqual(decode(native));
  });

  it("takes issue time and app as issuance", () => {
    expect(decode(nativeOf({ roomName: "a", iat: 5, appName: "example" })).issuance).toEqual({
      issuedAt: 5,
      tenant: "example",
    });
  });

  it("hands unknown members on", () => {
    const unknown = { data: { plan: 1 }, jti: "x" };
    expect(decode(nativeOf({ roomName: "a" }, unknown)).unknown).toBe(unknown);
  });

  it("never takes the service's own id for a user id", () => {
    const native = nativeOf({ globalToken: true, meteredParticipantId: "00000000-0000-4000-8000-000000000000" });
    expect(decode(native).grant.participant).toBeUndefined();
    expect(metered.authority(native, {}).identity).toEqual({ lowest: null, highest: null });
  });

  it("has a rule for every property that it leaves as residue", () => {
    const all = rows.flatMap(([, , , residue = {}]) => Object.keys(residue));
    expect(new Set(all)).toEqual(new Set(Object.keys(metered.residueRules)));
  });
});

describe("the token printed in the vendor's guide", () => {
  const printed = { data: { globalToken: true, appName: "hyprhost" }, iat: 1627770426 };

  it("is every room of one app, for ever, by nobody in particular", () => {
    const native = fromClaims(frozen(printed));
    expect(native).toEqual({
      properties: { globalToken: true, appName: "hyprhost", iat: 1627770426 },
      unknown: {},
      findings: [],
    });
    expect(decode(native)).toEqual({
      grant: { purpose: ["participant"], room: { any: true }, expiresAt: null },
      issuance: { issuedAt: 1627770426, tenant: "hyprhost" },
      residue: {},
      unknown: {},
    });
    const authority = metered.authority(native, {});
    expect(authority.tenant).toBe("hyprhost");
    expect(authority.window.highest).toEqual({ notBefore: 0, expiresAt: null });
  });

  it("reads the form of 2024 with the service's id", () => {
    const claims = {
      data: { ...printed.data, meteredParticipantId: "00000000-0000-4000-8000-000000000000" },
      iat: 1706140800,
    };
    const native = fromClaims(claims);
    expect(native.unknown).toEqual({});
    expect(native.findings).toEqual([]);
    expect(metered.recognize({ header: {}, claims })?.confidence).toBe("certain");
  });
});

import { describe, expect, it } from "vitest";
import { fromClaims, toClaims } from "./claims.js";
import { frozen, nativeOf } from "./testing/natives.js";

type Claims = Record<string, unknown>;

const valid: readonly [string, Claims, Claims][] = [
  ["roomName", { roomName: "standup" }, {}],
  ["globalToken", { globalToken: true }, {}],
  ["a room and globalToken false", { roomName: "standup", globalToken: false }, {}],
  ["isAdmin true", { roomName: "a", isAdmin: true }, {}],
  ["isAdmin false", { roomName: "a", isAdmin: false }, {}],
  ["name", { roomName: "a", name: "Alice" }, {}],
  ["email", { roomName: "a", email: "alice@example.org" }, {}],
  ["meta", { roomName: "a", meta: '{"team":"red"}' }, {}],
  ["externalUserId", { roomName: "a", externalUserId: "u_1" }, {}],
  ["expireUnixSec", { roomName: "a", expireUnixSec: 1_900_000_000 }, {}],
  ["notBeforeUnixSec", { roomName: "a", notBeforeUnixSec: 1_800_000_000 }, {}],
  ["ejectAfterElapsedTimeInSec", { roomName: "a", ejectAfterElapsedTimeInSec: 1800 }, {}],
  ["joinVideoOn", { roomName: "a", joinVideoOn: true }, {}],
  ["joinAudioOn", { roomName: "a", joinAudioOn: false }, {}],
  ["disableVideo", { roomName: "a", disableVideo: true }, {}],
  ["disableAudio", { roomName: "a", disableAudio: true }, {}],
  ["disableScreenSharing", { roomName: "a", disableScreenSharing: false }, {}],
  ["appName", { roomName: "a", appName: "example" }, {}],
  ["meteredParticipantId", { globalToken: true, meteredParticipantId: "00000000-0000-4000-8000-000000000000" }, {}],
  ["iat", { roomName: "a" }, { iat: 1_700_000_000 }],
  ["exp beside data", { roomName: "a" }, { exp: 1_900_000_000 }],
  ["nbf beside data", { roomName: "a" }, { nbf: 1_800_000_000 }],
  ["agreeing times", { roomName: "a", expireUnixSec: 1_900_000_000 }, { exp: 1_900_000_000 }],
  ["empty texts", { roomName: "a", name: "", email: "", meta: "" }, {}],
];

describe("fromClaims and toClaims", () => {
  it.each(valid)("reads and writes back %s", (_name, data, beside) => {
    const claims = frozen({ data, ...beside });
    const native = fromClaims(claims);
    expect(native).toEqual({ properties: { ...data, ...beside }, unknown: {}, findings: [] });
    expect(toClaims(frozen(native))).toEqual(claims);
  });

  it("keeps unknown members where they stood", () => {
    const claims = frozen({ data: { roomName: "a", plan: { tier: 2 } }, iat: 1, jti: "x", aud: ["y"] });
    const native = fromClaims(claims);
    expect(native.properties).toEqual({ roomName: "a", iat: 1 });
    expect(native.unknown).toEqual({ data: { plan: { tier: 2 } }, jti: "x", aud: ["y"] });
    expect(native.findings).toEqual([]);
    expect(toClaims(native)).toEqual(claims);
  });

  it("takes objects without a prototype", () => {
    const data = { __proto__: null, roomName: "a", isAdmin: true, extra: 1 } as Claims;
    const claims = { __proto__: null, data, iat: 5 } as Claims;
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(fromClaims(claims)).toEqual({
      properties: { roomName: "a", isAdmin: true, iat: 5 },
      unknown: { data: { extra: 1 } },
      findings: [],
    });
  });

  it("lets no member name reach a prototype", () => {
    const claims = JSON.parse('{"data":{"roomName":"a","__proto__":{"isAdmin":true}},"__proto__":{"exp":1}}') as Claims;
    const native = fromClaims(claims);
    expect((native.properties as Claims)["isAdmin"]).toBeUndefined();
    expect(Object.getPrototypeOf(native.unknown)).toBe(Object.prototype);
    expect(({} as Claims)["isAdmin"]).toBeUndefined();
    expect(JSON.stringify(toClaims(native))).toBe(
      JSON.stringify({ data: claims["data"], ...JSON.parse('{"__proto__":{"exp":1}}') }),
    );
  });

  it("does not take inherited members for claims", () => {
    const data = Object.create({ isAdmin: true, globalToken: true }) as Claims;
    expect(fromClaims({ data }).properties).toEqual({});
  });

  it("lets no unknown member override a property", () => {
    const claims = toClaims(nativeOf({ roomName: "a", iat: 1 }, { data: { roomName: "b", x: 1 }, iat: 2, y: 2 }));
    expect(claims).toEqual({ data: { roomName: "a", x: 1 }, iat: 1, y: 2 });
  });

  it("writes no default", () => {
    expect(toClaims(nativeOf({}))).toEqual({ data: {} });
  });
});

const wrong: readonly [string, Claims, Claims, Claims][] = [
  ["data.roomName", { roomName: 5 }, {}, {}],
  ["data.roomName", { roomName: "" }, {}, {}],
  ["data.globalToken", { roomName: "a", globalToken: "true" }, {}, { roomName: "a", globalToken: false }],
  ["data.isAdmin", { roomName: "a", isAdmin: 1 }, {}, { roomName: "a", isAdmin: false }],
  ["data.isAdmin", { roomName: "a", isAdmin: null }, {}, { roomName: "a", isAdmin: false }],
  ["data.name", { roomName: "a", name: ["x"] }, {}, { roomName: "a" }],
  ["data.email", { roomName: "a", email: true }, {}, { roomName: "a" }],
  ["data.meta", { roomName: "a", meta: 5 }, {}, { roomName: "a" }],
  ["data.externalUserId", { roomName: "a", externalUserId: 7 }, {}, { roomName: "a" }],
  ["data.externalUserId", { roomName: "a", externalUserId: "" }, {}, { roomName: "a" }],
  ["data.expireUnixSec", { roomName: "a", expireUnixSec: "1900000000" }, {}, { roomName: "a" }],
  ["data.expireUnixSec", { roomName: "a", expireUnixSec: "2026-11-21T00:00:00Z" }, {}, { roomName: "a" }],
  ["data.expireUnixSec", { roomName: "a", expireUnixSec: 1.5 }, {}, { roomName: "a" }],
  ["data.notBeforeUnixSec", { roomName: "a", notBeforeUnixSec: {} }, {}, { roomName: "a" }],
  ["data.ejectAfterElapsedTimeInSec", { roomName: "a", ejectAfterElapsedTimeInSec: true }, {}, { roomName: "a" }],
  ["data.joinVideoOn", { roomName: "a", joinVideoOn: "on" }, {}, { roomName: "a" }],
  ["data.disableAudio", { roomName: "a", disableAudio: 0 }, {}, { roomName: "a" }],
  ["data.appName", { roomName: "a", appName: 1 }, {}, { roomName: "a" }],
  ["data.appName", { roomName: "a", appName: "" }, {}, { roomName: "a" }],
  ["data.meteredParticipantId", { roomName: "a", meteredParticipantId: 1 }, {}, { roomName: "a" }],
  ["exp", { roomName: "a" }, { exp: "1900000000" }, { roomName: "a" }],
  ["nbf", { roomName: "a" }, { nbf: null }, { roomName: "a" }],
  ["iat", { roomName: "a" }, { iat: 1.25 }, { roomName: "a" }],
];

describe("what could not be read", () => {
  it.each(wrong)("reports a wrong type of %s as an error", (path, data, beside, properties) => {
    const native = fromClaims(frozen({ data, ...beside }));
    expect(native.properties).toEqual(properties);
    expect(native.unknown).toEqual({});
    const errors = native.findings.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([expect.objectContaining({ id: "claims.invalid", path })]);
  });

  it.each([[{}], [{ data: "text" }], [{ data: [] }], [{ data: null }]])(
    "reports claims without a `data` object",
    (claims) => {
      const native = fromClaims(claims);
      expect(native.findings[0]).toMatchObject({ id: "claims.invalid", severity: "error", path: "data" });
      expect(native.properties).toEqual({});
    },
  );

  it("reads JSON in meta as its text and says so", () => {
    const native = fromClaims({ data: { roomName: "a", meta: { team: "red", n: [1] } } });
    expect(native.properties.meta).toBe('{"team":"red","n":[1]}');
    expect(native.findings).toEqual([
      expect.objectContaining({ id: "metered.meta-not-text", severity: "warning", path: "data.meta" }),
    ]);
  });

  it("repeats no value in a finding", () => {
    const native = fromClaims({
      data: { roomName: 5, isAdmin: "TEST-ONLY-value", globalToken: "TEST-ONLY-value" },
      exp: "TEST-ONLY-value",
    });
    expect(JSON.stringify(native.findings)).not.toContain("TEST-ONLY-value");
  });
});

const contradictions: readonly [string, Claims, string, string][] = [
  ["room and globalToken", { data: { roomName: "a", globalToken: true } }, "metered.room-conflict", "warning"],
  ["globalToken false alone", { data: { globalToken: false } }, "metered.unknown-scope", "error"],
  ["neither", { data: {} }, "metered.implicit-any-room", "warning"],
  [
    "two expiries",
    { data: { roomName: "a", expireUnixSec: 1_900_000_000 }, exp: 1_900_000_001 },
    "metered.time-conflict",
    "warning",
  ],
  [
    "two beginnings",
    { data: { roomName: "a", notBeforeUnixSec: 1_800_000_000 }, nbf: 1_800_000_001 },
    "metered.time-conflict",
    "warning",
  ],
];

describe("contradictions", () => {
  it.each(contradictions)("reports %s", (_name, claims, id, severity) => {
    const { findings } = fromClaims(frozen(claims));
    expect(findings).toEqual([expect.objectContaining({ id, severity })]);
    expect(toClaims(fromClaims(claims))).toEqual(claims);
  });
});

const misnamed: readonly [Claims, string, string][] = [
  [{ data: { roomName: "a", expirationDate: "2027-01-01" } }, "data.expirationDate", "data.expireUnixSec"],
  [{ data: { globalToken: true, roomURL: "x" } }, "data.roomURL", "data.roomName"],
  [{ data: { roomName: "a", userId: "u" } }, "data.userId", "data.externalUserId"],
  [{ data: { roomName: "a", duration: 60 } }, "data.duration", "data.ejectAfterElapsedTimeInSec"],
  [{ data: { roomName: "a", canPublish: true } }, "data.canPublish", "ownerOnlyBroadcast"],
  [{ data: { roomName: "a", canSubscribe: true } }, "data.canSubscribe", "withhold receiving"],
  [{ data: { roomName: "a", exp: 1 } }, "data.exp", "data.expireUnixSec"],
  [{ data: { roomName: "a", nbf: 1 } }, "data.nbf", "data.notBeforeUnixSec"],
  [{ data: { roomName: "a", expireUnixSecs: 1 } }, "data.expireUnixSecs", "data.expireUnixSec"],
  [{ data: { roomName: "a", is_admin: true } }, "data.is_admin", "data.isAdmin"],
  [{ data: { globalToken: true, roomname: "a" } }, "data.roomname", "data.roomName"],
  [{ data: { roomName: "a", metadata: {} } }, "data.metadata", "data.meta"],
  [{ data: { roomName: "a" }, nfb: 1 }, "nfb", "`nbf`"],
  [{ data: { roomName: "a" }, expireUnixSec: 1 }, "expireUnixSec", "data.expireUnixSec"],
  [{ data: { globalToken: true }, roomName: "a" }, "roomName", "data.roomName"],
];

describe("misnamed members", () => {
  it.each(misnamed)("keeps %j and suggests the right name", (claims, path, cure) => {
    const native = fromClaims(frozen(claims));
    expect(native.findings).toEqual([
      expect.objectContaining({
        id: "lint.unknown-claim",
        severity: "warning",
        path,
        cure: expect.stringContaining(cure),
      }),
    ]);
    expect(toClaims(native)).toEqual(claims);
  });

  it("says nothing of members that resemble none, and repeats no odd names", () => {
    const native = fromClaims({
      data: { roomName: "a", region: "eu", "isAdmin\n": true, [`isAdmi${"n".repeat(90)}`]: 1 },
      jti: "x",
      aud: "y",
    });
    expect(native.findings).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { fromClaims, toClaims } from "./claims.js";
import type { DailyPermissions } from "./properties.js";

const everything = { v: true, a: true, sv: true, sa: true, cv: { "*": true }, ca: { "*": true } };

const rows: readonly [Record<string, unknown>, DailyPermissions][] = [
  [{ hp: true }, { hasPresence: true }],
  [{ hp: false }, { hasPresence: false }],
  [{ cs: true }, { canSend: true }],
  [{ cs: false }, { canSend: false }],
  [{ cs: "v" }, { canSend: ["video"] }],
  [{ cs: "v,a" }, { canSend: ["video", "audio"] }],
  [{ cs: "a,v" }, { canSend: ["audio", "video"] }],
  [
    { cs: "v,a,sv,sa,cv,ca" },
    { canSend: ["video", "audio", "screenVideo", "screenAudio", "customVideo", "customAudio"] },
  ],
  [{ ca: true }, { canAdmin: true }],
  [{ ca: false }, { canAdmin: false }],
  [{ ca: "p,t" }, { canAdmin: ["participants", "transcription"] }],
  [{ ca: "s" }, { canAdmin: ["streaming"] }],
  [{ cr: { b: true } }, { canReceive: { base: true } }],
  [{ cr: { b: false, u: { u_1: true } } }, { canReceive: { base: false, byUserId: { u_1: true } } }],
  [{ cr: { b: true, p: { "5a4f": false } } }, { canReceive: { base: true, byParticipantId: { "5a4f": false } } }],
  [
    { cr: { b: everything } },
    {
      canReceive: {
        base: {
          video: true,
          audio: true,
          screenVideo: true,
          screenAudio: true,
          customVideo: { "*": true },
          customAudio: { "*": true },
        },
      },
    },
  ],
  [
    { cr: { b: true, u: { p: { v: false, ca: { "*": true, p: false } } } } },
    { canReceive: { base: true, byUserId: { p: { video: false, customAudio: { "*": true, p: false } } } } },
  ],
];

describe("p, read and written by position", () => {
  it.each(rows)("reads %j", (p, permissions) => {
    expect(fromClaims({ p })).toEqual({ properties: { permissions }, unknown: {}, findings: [] });
  });
  it.each(rows)("writes %j", (p, permissions) => {
    expect(toClaims({ properties: { permissions }, unknown: {}, findings: [] })).toEqual({ p });
  });

  it("keeps the colliding names of the levels apart", () => {
    const claims = {
      u: "Alice",
      p: {
        ca: "p",
        cs: "ca",
        cr: { b: { ...everything, ca: { u: true, "*": true } }, u: { u: true }, p: { p: false } },
      },
    };
    expect(fromClaims(claims).properties).toEqual({
      user_name: "Alice",
      permissions: {
        canAdmin: ["participants"],
        canSend: ["customAudio"],
        canReceive: {
          base: {
            video: true,
            audio: true,
            screenVideo: true,
            screenAudio: true,
            customVideo: { "*": true },
            customAudio: { u: true, "*": true },
          },
          byUserId: { u: true },
          byParticipantId: { p: false },
        },
      },
    });
    expect(toClaims(fromClaims(claims))).toEqual(claims);
  });

  it("writes an empty list as false", () => {
    const permissions: DailyPermissions = { canSend: [], canAdmin: [] };
    expect(toClaims({ properties: { permissions }, unknown: {}, findings: [] })).toEqual({
      p: { cs: false, ca: false },
    });
  });
});

describe("other spellings of canAdmin", () => {
  const spellings: readonly [unknown, DailyPermissions["canAdmin"]][] = [
    [
      ["p", "t"],
      ["participants", "transcription"],
    ],
    [
      ["participants", "transcription"],
      ["participants", "transcription"],
    ],
    [
      ["participants", "s"],
      ["participants", "streaming"],
    ],
    [[], false],
  ];
  it.each(spellings)("understands %j", (ca, canAdmin) => {
    const { properties, findings } = fromClaims({ p: { ca } });
    expect(properties.permissions).toEqual({ canAdmin });
    expect(findings).toMatchObject([{ id: "daily.admin-list", severity: "warning", path: "p.ca" }]);
    expect(typeof toClaims({ properties, unknown: {}, findings }).p).toBe("object");
  });

  it("says when a code stands there twice", () => {
    const read = fromClaims({ p: { ca: "p,p", cs: "v,v,a" } });
    expect(read.properties.permissions).toEqual({ canAdmin: ["participants"], canSend: ["video", "audio"] });
    expect(read.findings.map(({ id }) => id)).toEqual(["daily.repeated-code", "daily.repeated-code"]);
  });
});

describe("what cannot be read has the least that it can say", () => {
  const cases: readonly [unknown, DailyPermissions, string, string][] = [
    ["v,a", { canSend: false, canReceive: { base: false }, canAdmin: false }, "claims.invalid", "p"],
    [{ hp: "yes" }, {}, "claims.invalid", "p.hp"],
    [{ cs: ["v", "a"] }, { canSend: false }, "claims.invalid", "p.cs"],
    [{ cs: 1 }, { canSend: false }, "claims.invalid", "p.cs"],
    [{ cs: "" }, { canSend: false }, "claims.unknown-value", "p.cs"],
    [{ cs: "v, a" }, { canSend: ["video"] }, "claims.unknown-value", "p.cs"],
    [{ cs: "video" }, { canSend: false }, "claims.unknown-value", "p.cs"],
    [{ ca: "participants" }, { canAdmin: false }, "claims.unknown-value", "p.ca"],
    [{ ca: "x" }, { canAdmin: false }, "claims.unknown-value", "p.ca"],
    [{ ca: "p,x" }, { canAdmin: ["participants"] }, "claims.unknown-value", "p.ca"],
    [{ ca: {} }, { canAdmin: false }, "claims.invalid", "p.ca"],
    [{ cr: true }, { canReceive: { base: false } }, "claims.invalid", "p.cr"],
    [{ cr: { b: "all" } }, { canReceive: { base: false } }, "claims.invalid", "p.cr.b"],
    [{ cr: { b: true, u: true } }, { canReceive: { base: false } }, "claims.invalid", "p.cr.u"],
    [{ cr: { b: true, p: [] } }, { canReceive: { base: false } }, "claims.invalid", "p.cr.p"],
    [
      { cr: { b: true, u: { someone: 1 } } },
      { canReceive: { base: true, byUserId: { someone: false } } },
      "claims.invalid",
      "p.cr.u[0]",
    ],
    [
      { cr: { b: true, u: { a: { v: 1 } } } },
      { canReceive: { base: true, byUserId: { a: { video: false } } } },
      "claims.invalid",
      "p.cr.u[0].v",
    ],
    [
      { cr: { b: true, u: { a: { cv: true } } } },
      { canReceive: { base: true, byUserId: { a: { customVideo: { "*": false } } } } },
      "claims.invalid",
      "p.cr.u[0].cv",
    ],
    [
      { cr: { b: true, u: { a: { ca: { slides: 1 } } } } },
      { canReceive: { base: true, byUserId: { a: { customAudio: { slides: false } } } } },
      "claims.invalid",
      "p.cr.u[0].ca[0]",
    ],
  ];
  it.each(cases)("%j", (p, permissions, id, path) => {
    const { properties, findings } = fromClaims({ p });
    expect(properties.permissions).toEqual(permissions);
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([{ id, path }]);
  });

  it("leaves out mixed lists' unknown members", () => {
    const read = fromClaims({ p: { ca: ["p", 7] } });
    expect(read.properties.permissions).toEqual({ canAdmin: ["participants"] });
    expect(read.findings.map(({ id }) => id)).toEqual(["claims.unknown-value", "daily.admin-list"]);
  });
});

describe("incomplete bases are kept and reported", () => {
  it.each([
    [{ cr: {} }, "daily.receive-base-missing", "p.cr"],
    [{ cr: { u: { u_1: true } } }, "daily.receive-base-missing", "p.cr"],
    [{ cr: { b: { v: true } } }, "daily.receive-base-incomplete", "p.cr.b"],
    [{ cr: { b: { ...everything, cv: { slides: true } } } }, "daily.receive-base-incomplete", "p.cr.b"],
  ])("%j", (p, id, path) => {
    const read = fromClaims({ p });
    expect(read.findings).toMatchObject([{ id, severity: "warning", path }]);
    expect(toClaims(read)).toEqual({ p });
  });
});

describe("long names inside p", () => {
  it.each([
    [{ canSend: true }, "p.canSend", "`p.cs`"],
    [{ hasPresence: true }, "p.hasPresence", "`p.hp`"],
    [{ can_admin: true }, "p.can_admin", "`p.ca`"],
    [{ cr: { b: true, byUserId: {} } }, "p.cr.byUserId", "`p.cr.u`"],
    [{ cr: { b: true, u: { u_1: { video: true } } } }, "p.cr.u[0].video", "`p.cr.u[0].v`"],
  ])("%j", (p, path, cure) => {
    const read = fromClaims({ p });
    expect(read.findings).toMatchObject([{ id: "lint.unknown-claim", severity: "warning", path }]);
    expect(read.findings[0]?.cure).toContain(cure);
    expect(toClaims(read)).toEqual({ p });
  });
});

describe("an owner with permissions", () => {
  it("is reported once", () => {
    expect(fromClaims({ o: true, p: { cs: "v" } }).findings).toMatchObject([
      { id: "daily.owner-with-permissions", severity: "warning" },
    ]);
    expect(fromClaims({ o: true, p: {} }).findings).toEqual([]);
    expect(fromClaims({ o: false, p: { cs: "v" } }).findings).toEqual([]);
  });
});

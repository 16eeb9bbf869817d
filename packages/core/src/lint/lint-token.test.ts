import { describe, expect, it } from "vitest";
import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import { checkTimes } from "../jws/time-claims.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import { lintRules, lintToken } from "./index.js";
import type { LintSubject } from "./lint-rule.js";

const now = 1_800_000_000;

/** A token that gives no reason for a remark. */
const sound = { kind: "toy/1", room: "canary-room", user: "canary-user", iat: now, exp: now + 3600 };

function subjectOf(claims: Record<string, unknown>, adapter: AnyAdapter = toyAdapter): LintSubject {
  const native = adapter.fromClaims({ ...sound, ...claims });
  return { adapter, native, decoded: adapter.decode(native), authority: adapter.authority(native, {}) };
}

const idsOf = (subject: LintSubject, maxLifetimeSeconds?: number): string[] =>
  lintToken(subject, { now, ...(maxLifetimeSeconds === undefined ? {} : { maxLifetimeSeconds }) }).map(({ id }) => id);

const lint = (claims: Record<string, unknown>): string[] => idsOf(subjectOf(claims));

const lintAuthority = (change: Partial<Authority>): string[] => {
  const subject = subjectOf({});
  return idsOf({ ...subject, authority: { ...subject.authority, ...change } });
};

describe("life", () => {
  it("finds nothing in a sound token", () => {
    expect(lint({})).toEqual([]);
  });

  it("warns of a token that never expires, and of one of which nobody knows", () => {
    expect(lint({ exp: undefined })).toEqual(["lint.never-expires"]);
    const window = { notBefore: 0, expiresAt: undefined };
    expect(lintAuthority({ window: { lowest: window, highest: window } })).toEqual(["lint.never-expires"]);
    const messages = [null, undefined].map((expiresAt) => {
      const subject = subjectOf({});
      const bounds = { lowest: window, highest: { notBefore: 0, expiresAt } };
      return lintToken({ ...subject, authority: { ...subject.authority, window: bounds } }, { now })[0]?.message;
    });
    expect(messages).toEqual(["It never expires.", "It has no expiry, and nobody documents what that means."]);
  });

  it.each([
    ["from its issue time", { iat: now, exp: now + 86_400 }, []],
    ["from its issue time", { iat: now, exp: now + 86_401 }, ["lint.long-life"]],
    ["from its issue time, although half of it is over", { iat: now - 86_400, exp: now + 3600 }, ["lint.long-life"]],
    ["from its not-before", { iat: undefined, nbf: now + 1e6, exp: now + 1e6 + 86_400 }, []],
    ["from its not-before", { iat: undefined, nbf: now + 1e6, exp: now + 1e6 + 86_401 }, ["lint.long-life"]],
    ["from now", { iat: undefined, exp: now + 86_400 }, []],
    ["from now", { iat: undefined, exp: now + 86_401 }, ["lint.long-life"]],
    ["from now, when its issue time is no instant", { iat: 5, exp: now + 86_401 }, ["lint.long-life"]],
  ])("counts %s: %j", (_from, claims, expected) => {
    expect(lint(claims)).toEqual(expected);
  });

  it("takes the caller's longest life, and reports where that is not a number", () => {
    expect(idsOf(subjectOf({}), 3600)).toEqual([]);
    expect(idsOf(subjectOf({}), 3599)).toEqual(["lint.long-life"]);
    expect(idsOf(subjectOf({ exp: now + 1e8 }), Number.POSITIVE_INFINITY)).toEqual([]);
    expect(idsOf(subjectOf({}), Number.NaN)).toEqual(["lint.long-life"]);
    const messageAt = (maxLifetimeSeconds: number) =>
      lintToken(subjectOf({ exp: now + 1e6 }), { now, maxLifetimeSeconds })[0]?.message;
    expect([7200, 3600, 90].map(messageAt)).toEqual([
      "It lives longer than 2 hours.",
      "It lives longer than an hour.",
      "It lives longer than 90 seconds.",
    ]);
  });
});

describe("scope", () => {
  it("warns of every room, also where the vendor may read it so", () => {
    expect(lint({ room: undefined })).toEqual(["lint.every-room"]);
    expect(lintAuthority({ room: { lowest: "r", highest: { any: true } } })).toEqual(["lint.every-room"]);
    expect(lintAuthority({ room: { lowest: "r", highest: { anyOf: ["q", "r"] } } })).toEqual([]);
    const api = { lowest: ["api"], highest: ["api"] } as const;
    expect(lintAuthority({ room: { lowest: { any: true }, highest: { any: true } }, purpose: api })).toEqual([]);
  });

  it("warns of power in the hands of whoever holds the token", () => {
    expect(lint({ host: true })).toEqual([]);
    expect(lint({ host: true, user: undefined })).toEqual(["lint.moderator-without-identity"]);
    expect(lint({ user: undefined })).toEqual([]);
  });

  it.each([
    ["rights.admit", "allow", true],
    ["rights.admit", "possible", true],
    ["rights.moderate.permissions", "possible", true],
    ["rights.admit", "unknown", false],
    ["rights.admit", "ungoverned, everyone", false],
    ["rights.record", "allow", false],
  ] as const)("with %s as %s: %s", (path, reading, expected) => {
    const rights = { ...subjectOf({}).authority.rights, [path]: reading };
    const found = lintAuthority({ rights, identity: { lowest: "u", highest: null } });
    expect(found).toEqual(expected ? ["lint.moderator-without-identity"] : []);
  });
});

describe("times", () => {
  it.each([
    [{ exp: now * 1000 }, "expiresAt", "lint.milliseconds"],
    [{ nbf: now * 1000, exp: now * 1000 + 1 }, "notBefore", "lint.milliseconds"],
    [{ iat: now * 1000 }, "issuance.issuedAt", "lint.milliseconds"],
    [{ exp: 86_400 }, "expiresAt", "lint.relative-expiry"],
    [{ nbf: now + 7200 }, "notBefore", "lint.empty-window"],
    [{ nbf: now + 3600 }, "notBefore", "lint.empty-window"],
  ])("finds %j at %s: %s", (claims, path, id) => {
    const findings = lintToken(subjectOf(claims), { now });
    expect(findings).toContainEqual(expect.objectContaining({ id, path, severity: "error" }));
  });

  it("leaves to the parser what the parser reports", () => {
    for (const times of [{ exp: now * 1000 }, { iat: now * 1000 }, { exp: 86_400 }, { nbf: now + 7200 }]) {
      const claims = { ...sound, ...times };
      const reported = checkTimes(claims, { now, clockToleranceSeconds: 0, allowNoExpiry: true });
      expect(reported.map(({ id }) => id)).toContainEqual(expect.stringMatching(/^claims\./));
      expect(idsOf({ ...subjectOf(times), claims })).toEqual([]);
    }
  });

  it("reports what stands elsewhere than in the parser's three claims", () => {
    const elsewhere: AnyAdapter = {
      ...toyAdapter,
      decode: (native) => {
        const decoded = toyAdapter.decode(native);
        return { ...decoded, grant: { ...decoded.grant, expiresAt: 86_400, notBefore: now + 60 } };
      },
    };
    expect(idsOf({ ...subjectOf({}, elsewhere), claims: sound })).toEqual([
      "lint.relative-expiry",
      "lint.empty-window",
    ]);
  });
});

describe("sizes", () => {
  it("warns of what is longer than the vendor takes", () => {
    expect(lint({ user: "u".repeat(36) })).toEqual([]);
    expect(lint({ user: "u".repeat(37) })).toEqual(["lint.long-identity"]);
    expect(idsOf({ ...subjectOf({}), tokenLength: 2048 })).toEqual([]);
    expect(idsOf({ ...subjectOf({}), tokenLength: 2049 })).toEqual(["lint.long-token"]);
  });

  it("knows no limit that the vendor does not document", () => {
    const unlimited: AnyAdapter = { ...toyAdapter, limits: {} };
    const subject = subjectOf({ user: "u".repeat(1000) }, unlimited);
    expect(idsOf({ ...subject, tokenLength: 1e6 })).toEqual([]);
  });
});

describe("recording", () => {
  it.each([
    [{ autoRecord: true }, true],
    [{ autoRecord: true, record: false }, true],
    [{ autoRecord: true, record: true }, false],
    [{ record: false }, false],
  ])("%j: %s", (claims, expected) => {
    expect(lint(claims)).toEqual(expected ? ["lint.starts-recording-without-right"] : []);
  });

  it("looks at the modes, and at who may record without being told", () => {
    const { rights } = subjectOf({ record: true }).authority;
    const automation = { record: { mode: "cloud" } } as const;
    expect(lintAuthority({ rights, automation, modes: { "rights.record": ["cloud"] } })).toEqual([]);
    expect(lintAuthority({ rights, automation, modes: { "rights.record": ["local"] } })).toHaveLength(1);
    for (const reading of ["default(allow)", "ungoverned, everyone"] as const) {
      expect(lintAuthority({ rights: { ...rights, "rights.record": reading }, automation })).toEqual([]);
    }
    expect(lintAuthority({ rights: { ...rights, "rights.record": "ungoverned" }, automation })).toHaveLength(1);
  });
});

describe("the address for leaving", () => {
  const lintRedirect = (redirectUrl: string): string[] => {
    const subject = subjectOf({});
    const { decoded } = subject;
    return idsOf({ ...subject, decoded: { ...decoded, grant: { ...decoded.grant, client: { redirectUrl } } } });
  };

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " \u0001javascript:alert(1)",
    "java\tscr\nipt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://example.com/1",
    "file:///etc/hosts",
  ])("%j is an error", (address) => {
    expect(lintRedirect(address)).toEqual(["lint.redirect-runs-code"]);
  });

  it.each(["acme://left", "tel:123", "about:blank"])("%j is no page of the web", (address) => {
    expect(lintRedirect(address)).toEqual(["lint.redirect-not-web"]);
  });

  it.each([
    "https://example.com/?a=javascript:x",
    "HTTP://example.com",
    "/left",
    "//example.com",
    "left?a:b",
    "1a:b",
    "",
  ])("%j is fine", (address) => {
    expect(lintRedirect(address)).toEqual([]);
  });
});

describe("every finding", () => {
  const faulty = subjectOf({
    room: undefined,
    user: "canary-user".repeat(9),
    exp: 86_400,
    nbf: now + 1,
    iat: now * 1000,
    host: true,
    ask: true,
    autoRecord: true,
  });

  it("ends with the vendor's own rules", () => {
    expect(idsOf({ ...faulty, tokenLength: 9999 })).toEqual([
      "lint.every-room",
      "lint.milliseconds",
      "lint.relative-expiry",
      "lint.empty-window",
      "lint.long-identity",
      "lint.long-token",
      "lint.starts-recording-without-right",
      "toy.host-has-to-ask",
    ]);
  });

  it("says what to do and repeats nothing of the token", () => {
    const findings = lintToken({ ...faulty, tokenLength: 9999 }, { now });
    for (const { message, cure } of findings) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(cure).toMatch(/^[A-Z].*\.$/);
    }
    const text = JSON.stringify(findings);
    for (const value of ["canary", "9999", String(now), String(now + 1)]) expect(text).not.toContain(value);
  });

  it("needs a clock in seconds", () => {
    for (const clock of [Number.NaN, -1, 0, 5, now + 0.5, now * 1000, Number.POSITIVE_INFINITY]) {
      expect(() => lintToken(subjectOf({}), { now: clock })).toThrow(
        expect.objectContaining({ code: "clock.invalid" }),
      );
    }
  });
});

describe("the list of rules", () => {
  it("is data, with every id once", () => {
    expect(lintRules.map(({ id }) => id)).toEqual([
      "lint.never-expires",
      "lint.long-life",
      "lint.every-room",
      "lint.moderator-without-identity",
      "lint.milliseconds",
      "lint.relative-expiry",
      "lint.empty-window",
      "lint.long-identity",
      "lint.long-token",
      "lint.starts-recording-without-right",
      "lint.redirect-runs-code",
      "lint.redirect-not-web",
    ]);
    expect(JSON.parse(JSON.stringify(lintRules))).toEqual(lintRules);
    for (const rule of lintRules) {
      expect(Object.isFrozen(rule)).toBe(true);
      expect(`${rule.summary} ${rule.cure}`).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
    }
  });
});

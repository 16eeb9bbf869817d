import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXP, NOW } from "./testing/mint.js";
import { checkTimes, classifyInstant, type TimeCheckOptions } from "./time-claims.js";

const defaults: TimeCheckOptions = { now: NOW, clockToleranceSeconds: 0, allowNoExpiry: false };

function check(claims: Record<string, unknown>, options: Partial<TimeCheckOptions> = {}): string[] {
  return checkTimes(claims, { ...defaults, ...options }).map((finding) => finding.id);
}

describe("classifyInstant", () => {
  it.each([
    ["ok", [1e9, NOW, EXP, 1e11 - 1]],
    ["milliseconds", [1e11, NOW * 1000, NOW * 1000 + 0.25, 8.64e12]],
    ["relative", [1, 60, 3600, 86400, 1e9 - 1]],
    ["fractional", [0.5, NOW + 0.5, 1e-9, 1e11 - 0.5]],
    ["not-a-date", [0, -0, -1, -NOW, 8.64e12 + 1, 1e300, 2 ** 53, 2 ** 53 + 2, Number.MAX_VALUE]],
    ["not-a-date", [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    [
      "not-a-date",
      [undefined, null, true, false, "", "0", String(EXP), [EXP], [], {}, { valueOf: () => EXP }, 10n, Symbol("x")],
    ],
    ["not-a-date", [new Date(), Object(EXP)]],
  ] as const)("%s", (kind, values) => {
    for (const value of values) expect(classifyInstant(value)).toBe(kind);
  });

  it("calls ok exactly the safe integers of its window", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()), (value) => {
        const isOk = Number.isSafeInteger(value) && value >= 1e9 && value < 1e11;
        expect(classifyInstant(value) === "ok").toBe(isOk);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("every claim against every type", () => {
  const wrong: readonly (readonly [unknown, string])[] = [
    [null, "claims.not-a-date"],
    [true, "claims.not-a-date"],
    [false, "claims.not-a-date"],
    [String(EXP), "claims.not-a-date"],
    ["", "claims.not-a-date"],
    [[EXP], "claims.not-a-date"],
    [{ value: EXP }, "claims.not-a-date"],
    [Number.NaN, "claims.not-a-date"],
    [Number.POSITIVE_INFINITY, "claims.not-a-date"],
    [-EXP, "claims.not-a-date"],
    [1e300, "claims.not-a-date"],
    [EXP + 0.5, "claims.fractional"],
    [EXP * 1000, "claims.milliseconds"],
    [86400, "claims.relative-time"],
  ];
  const cells = ["exp", "nbf", "iat"].flatMap((name) => wrong.map(([value, code]) => [name, value, code] as const));

  it.each(cells)("%s = %j: %s", (name, value, code) => {
    const findings = checkTimes({ exp: EXP, [name]: value }, defaults);
    expect(findings.map(({ id, path, severity }) => [id, path, severity])).toEqual([[code, `claims.${name}`, "error"]]);
  });

  it("reads a not-before of zero as absent, and says so", () => {
    for (const zero of [0, -0]) {
      const findings = checkTimes({ exp: EXP, nbf: zero }, defaults);
      expect(findings.map(({ id, severity }) => [id, severity])).toEqual([["lint.zero-not-before", "info"]]);
    }
    expect(check({ exp: 0 })).toEqual(["claims.not-a-date"]);
    expect(check({ exp: EXP, iat: 0 })).toEqual(["claims.not-a-date"]);
  });
});

describe("the window", () => {
  it("is dead at the second of its expiry", () => {
    expect(check({ exp: NOW + 1 })).toEqual([]);
    expect(check({ exp: NOW })).toEqual(["token.expired"]);
    expect(check({ exp: NOW - 1 })).toEqual(["token.expired"]);
    expect(check({ exp: NOW }, { clockToleranceSeconds: 1 })).toEqual([]);
    expect(check({ exp: NOW - 1 }, { clockToleranceSeconds: 1 })).toEqual(["token.expired"]);
  });

  it("begins at its not-before", () => {
    expect(check({ exp: EXP, nbf: NOW })).toEqual([]);
    expect(check({ exp: EXP, nbf: NOW + 1 })).toEqual(["token.not-yet-valid"]);
    expect(check({ exp: EXP, nbf: NOW + 30 }, { clockToleranceSeconds: 30 })).toEqual([]);
    expect(check({ exp: EXP, nbf: NOW + 31 }, { clockToleranceSeconds: 30 })).toEqual(["token.not-yet-valid"]);
  });

  it("must not be empty, whatever the tolerance", () => {
    expect(check({ exp: NOW + 1, nbf: NOW + 1 }, { clockToleranceSeconds: 60 })).toEqual(["claims.empty-window"]);
    expect(check({ exp: NOW + 1, nbf: NOW + 2 }, { clockToleranceSeconds: 60 })).toEqual(["claims.empty-window"]);
    expect(check({ exp: NOW + 1, nbf: NOW }, { clockToleranceSeconds: 60 })).toEqual([]);
  });

  it("was not issued in the future", () => {
    expect(check({ exp: EXP, iat: NOW })).toEqual([]);
    expect(check({ exp: EXP, iat: NOW + 1 })).toEqual(["claims.issued-in-future"]);
    expect(check({ exp: EXP, iat: NOW + 30 }, { clockToleranceSeconds: 30 })).toEqual([]);
    expect(check({ exp: EXP, iat: NOW + 31 }, { clockToleranceSeconds: 30 })).toEqual(["claims.issued-in-future"]);
  });

  it("gets every violation reported", () => {
    expect(check({ exp: NOW - 1, nbf: NOW + 10, iat: NOW + 10 })).toEqual([
      "claims.empty-window",
      "claims.issued-in-future",
      "token.expired",
      "token.not-yet-valid",
    ]);
  });
});

describe("what may be missing", () => {
  it("is not the expiry, unless said out loud", () => {
    expect(check({})).toEqual(["claims.missing-expiry"]);
    expect(check({ exp: undefined })).toEqual(["claims.missing-expiry"]);
    expect(check({}, { allowNoExpiry: true })).toEqual([]);
    expect(check({ nbf: NOW }, { allowNoExpiry: true })).toEqual([]);
    for (const truthy of [1, "yes", {}, undefined, null]) {
      expect(check({}, { allowNoExpiry: truthy as boolean })).toEqual(["claims.missing-expiry"]);
    }
  });

  it("excuses absence, not nonsense", () => {
    expect(check({ exp: null }, { allowNoExpiry: true })).toEqual(["claims.not-a-date"]);
    expect(check({ exp: NOW }, { allowNoExpiry: true })).toEqual(["token.expired"]);
  });

  it("is the issue time, unless it is required", () => {
    expect(check({ exp: EXP }, { requireIssuedAt: true })).toEqual(["claims.missing-issued-at"]);
    expect(check({ exp: EXP, iat: NOW }, { requireIssuedAt: true })).toEqual([]);
  });

  it("is not taken from a prototype", () => {
    expect(check(Object.create({ exp: EXP }) as Record<string, unknown>)).toEqual(["claims.missing-expiry"]);
  });
});

describe("what is said", () => {
  it("differs from problem to problem, and never quotes the time", () => {
    const broken = [
      {},
      { exp: EXP },
      { exp: EXP, nbf: EXP },
      { exp: EXP, iat: EXP },
      { exp: NOW },
      { exp: EXP + 1, nbf: EXP },
      { exp: "soon" },
      { exp: EXP, nbf: 0 },
    ];
    const findings = broken.map(
      (claims, index) => checkTimes(claims, { ...defaults, requireIssuedAt: index === 1 })[0],
    );
    for (const finding of findings) {
      expect(finding?.message).toMatch(/^\S.+\.$/);
      expect(finding?.cure).toMatch(/^\S.+\.$/);
      expect(finding?.message).not.toMatch(/\d{9}|soon/);
    }
    expect(new Set(findings.map((finding) => finding?.message)).size).toBe(broken.length);
    expect(findings.at(-2)?.message).toContain("`exp`");
    expect(findings.at(-1)).toMatchObject({ id: "lint.zero-not-before", path: "claims.nbf" });
  });

  it("names the option that is not usable", () => {
    const refused = (option: string) =>
      expect.objectContaining({
        code: "clock.invalid",
        path: option,
        message: expect.stringContaining(option),
        cure: expect.stringMatching(/seconds|Date\.now/),
      });
    expect(() => check({}, { now: Number.NaN })).toThrow(refused("now"));
    expect(() => check({}, { clockToleranceSeconds: -1 })).toThrow(refused("clockToleranceSeconds"));
  });
});

describe("names and paths", () => {
  it("are the vendor's", () => {
    const names = { expiry: "expireUnixSec", notBefore: "notBeforeUnixSec", issuedAt: "iat" };
    const options = { ...defaults, names, pathPrefix: "claims.data" };
    expect(checkTimes({ expireUnixSec: EXP, exp: 1 }, options)).toEqual([]);
    expect(checkTimes({ expireUnixSec: NOW, notBeforeUnixSec: NOW }, options).map(({ path }) => path)).toEqual([
      "claims.data.notBeforeUnixSec",
      "claims.data.expireUnixSec",
    ]);
  });
});

describe("the clock", () => {
  const unusable = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, null, undefined, "1", true, {}];

  it.each(unusable)("refuses now = %s and the same tolerance", (value) => {
    const invalid = expect.objectContaining({ code: "clock.invalid" });
    expect(() => check({ exp: EXP }, { now: value as number })).toThrow(invalid);
    expect(() => check({ exp: EXP }, { clockToleranceSeconds: value as number })).toThrow(invalid);
  });

  it("refuses a clock in milliseconds, which would make every not-before lie behind", () => {
    expect(() => check({ nbf: EXP }, { now: NOW * 1000, allowNoExpiry: true })).toThrow(/unix seconds/);
  });

  it("refuses one that was lost: no meeting token is older than September 2001", () => {
    expect(() => check({ exp: EXP }, { now: 0 })).toThrow(/unix seconds/);
    expect(() => check({ exp: EXP }, { now: 1e9 - 1 })).toThrow(/unix seconds/);
    expect(check({ exp: EXP }, { now: 1e9 })).toEqual([]);
  });

  it("refuses a fraction", () => {
    expect(() => check({ exp: EXP }, { now: NOW + 0.5 })).toThrow(/has a fraction/);
  });
});

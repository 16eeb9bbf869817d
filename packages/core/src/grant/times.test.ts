import { describe, expect, it } from "vitest";
import { type GrantIssue, parseGrant, safeParseGrant } from "./index.js";

const now = 1_800_000_000;

function parse(times: object, requireExpiry = true) {
  return parseGrant({ room: "a", ...times }, { now, requireExpiry });
}

function issuesOf(times: object): readonly GrantIssue[] {
  const result = safeParseGrant({ room: "a", ...times }, { now });
  return result.ok ? [] : result.issues;
}

function codesOf(times: object): string[] {
  return issuesOf(times).map((issue) => `${issue.code} ${issue.path}`);
}

describe("expiresAt", () => {
  it("takes integer unix seconds, and null out loud", () => {
    expect(parse({ expiresAt: now + 1 }).expiresAt).toBe(now + 1);
    expect(parse({ expiresAt: null }).expiresAt).toBeNull();
  });

  it("is rounded down from a Date, so that nobody stays longer", () => {
    expect(parse({ expiresAt: new Date((now + 60) * 1000 + 999) }).expiresAt).toBe(now + 60);
  });

  it("is required unless the caller says otherwise", () => {
    expect(codesOf({})).toEqual(["grant.missing expiresAt"]);
    expect(codesOf({ expiresAt: undefined, expiresIn: undefined })).toEqual([
      "grant.missing expiresAt",
      "grant.missing expiresIn",
    ]);
    expect(parse({}, false)).not.toHaveProperty("expiresAt");
  });

  it.each([
    ["milliseconds", now * 1000, "grant.milliseconds"],
    ["fractional milliseconds", now * 1000 + 0.5, "grant.milliseconds"],
    ["the first number taken for milliseconds", 1e11, "grant.milliseconds"],
    ["a day", 86_400, "grant.relative-time"],
    ["one second", 1, "grant.relative-time"],
    ["the last number taken for a duration", 999_999_999, "grant.relative-time"],
    ["a fraction", now + 0.5, "grant.invalid"],
    ["zero", 0, "grant.invalid"],
    ["minus zero", -0, "grant.invalid"],
    ["negative", -now, "grant.invalid"],
    ["NaN", Number.NaN, "grant.invalid"],
    ["Infinity", Number.POSITIVE_INFINITY, "grant.invalid"],
    ["1e300", 1e300, "grant.invalid"],
    ["an ISO text", "2027-01-15T08:00:00Z", "grant.invalid"],
    ["digits as a text", String(now + 60), "grant.invalid"],
    ["an empty text", "", "grant.invalid"],
    ["true", true, "grant.invalid"],
    ["false", false, "grant.invalid"],
    ["a bigint", BigInt(now + 60), "grant.invalid"],
    ["a list", [now + 60], "grant.invalid"],
    ["an object", {}, "grant.invalid"],
    ["what only looks like a Date", Object.create(Date.prototype), "grant.invalid"],
    ["an invalid Date", new Date(Number.NaN), "grant.invalid"],
    ["a Date made from seconds", new Date(now + 60), "grant.invalid"],
    ["a Date made from microseconds", new Date(now * 1e6), "grant.invalid"],
    ["now", now, "grant.empty-window"],
    ["the past", now - 1, "grant.empty-window"],
    ["a Date less than a second ahead", new Date(now * 1000 + 999), "grant.empty-window"],
  ])("refuses %s", (_, expiresAt, code) => {
    expect(codesOf({ expiresAt })).toEqual([`${code} expiresAt`]);
  });

  it("says what to do", () => {
    expect(issuesOf({ expiresAt: now * 1000 })[0]?.cure).toContain("Divide by 1000");
    expect(issuesOf({ expiresAt: 86_400 })[0]?.cure).toContain("`expiresIn`");
    expect(issuesOf({ expiresAt: "2027-01-15T08:00:00Z" })[0]?.cure).toContain("`Date`");
    expect(issuesOf({})[0]?.cure).toContain("`expiresAt: null`");
  });
});

describe("expiresIn", () => {
  it.each([
    [1, 1],
    [3600, 3600],
    ["90s", 90],
    ["15m", 900],
    ["1h", 3600],
    ["7d", 604_800],
    ["24h", 86_400],
  ])("%s is %i seconds from now", (expiresIn, seconds) => {
    const grant = parse({ expiresIn });
    expect(grant.expiresAt).toBe(now + seconds);
    expect(grant).not.toHaveProperty("expiresIn");
  });

  it.each([
    0,
    -0,
    -1,
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e9,
    now + 60,
    1e300,
    "",
    "0h",
    "00h",
    "-1h",
    "+1h",
    "1.5h",
    "1e3s",
    "10M",
    "10 m",
    " 10m",
    "10m\n",
    "10",
    "h",
    "1h30m",
    "1w",
    "\u0661h",
    "1000000000s",
    "999999999999d",
    "9999999999999s",
    null,
    true,
    false,
    [60],
    {},
    new Date(),
    BigInt(60),
  ])("refuses %s", (expiresIn) => {
    expect(codesOf({ expiresIn })).toEqual(["grant.invalid expiresIn"]);
  });

  it("does not go with expiresAt", () => {
    expect(codesOf({ expiresIn: 60, expiresAt: now + 60 })).toEqual(["grant.invalid expiresIn"]);
    expect(codesOf({ expiresIn: 60, expiresAt: null })).toEqual(["grant.invalid expiresIn"]);
    expect(codesOf({ expiresIn: 60, expiresAt: undefined })).toEqual(["grant.missing expiresAt"]);
    expect(codesOf({ expiresIn: undefined, expiresAt: now + 60 })).toEqual(["grant.missing expiresIn"]);
  });
});

describe("notBefore", () => {
  it("takes seconds, in the past too, and rounds a Date up", () => {
    expect(parse({ expiresIn: 60, notBefore: now - 3600 }).notBefore).toBe(now - 3600);
    expect(parse({ expiresIn: 60, notBefore: new Date(now * 1000 + 1) }).notBefore).toBe(now + 1);
  });

  it("reads zero as absent", () => {
    expect(parse({ expiresIn: 60, notBefore: 0 })).not.toHaveProperty("notBefore");
    expect(parse({ expiresIn: 60, notBefore: -0 })).not.toHaveProperty("notBefore");
  });

  it.each([
    [null, "grant.invalid"],
    [false, "grant.invalid"],
    ["", "grant.invalid"],
    ["now", "grant.invalid"],
    [Number.NaN, "grant.invalid"],
    [-1, "grant.invalid"],
    [now + 0.5, "grant.invalid"],
    [now * 1000, "grant.milliseconds"],
    [60, "grant.relative-time"],
    [now + 60, "grant.empty-window"],
    [now + 61, "grant.empty-window"],
    [new Date((now + 59) * 1000 + 1), "grant.empty-window"],
  ])("refuses %s", (notBefore, code) => {
    expect(codesOf({ expiresIn: 60, notBefore })).toEqual([`${code} notBefore`]);
  });

  it("may lie ahead when nothing expires", () => {
    expect(parse({ expiresAt: null, notBefore: now + 60 }).notBefore).toBe(now + 60);
  });
});

describe("stay", () => {
  it("keeps both limits", () => {
    const stay = { endsAtExpiry: true, maxSeconds: 3600 };
    expect(parse({ expiresIn: 60, stay }).stay).toEqual(stay);
    expect(parse({ expiresIn: 60, stay: { endsAtExpiry: false } }).stay).toEqual({ endsAtExpiry: false });
    expect(parse({ expiresIn: 60, stay: {} })).not.toHaveProperty("stay");
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "60", null, false])(
    "refuses %s as maxSeconds",
    (maxSeconds) => {
      expect(codesOf({ expiresIn: 60, stay: { maxSeconds } })).toEqual(["grant.invalid stay.maxSeconds"]);
    },
  );

  it.each([0, "", "true", null, 1])("refuses %s as endsAtExpiry", (endsAtExpiry) => {
    expect(codesOf({ expiresIn: 60, stay: { endsAtExpiry } })).toEqual(["grant.invalid stay.endsAtExpiry"]);
  });

  it("cannot end at an expiry that never comes", () => {
    expect(codesOf({ expiresAt: null, stay: { endsAtExpiry: true } })).toEqual(["grant.invalid stay.endsAtExpiry"]);
    expect(parse({ expiresAt: null, stay: { endsAtExpiry: false } }).stay).toEqual({ endsAtExpiry: false });
  });
});

describe("the clock", () => {
  it.each([undefined, null, Number.NaN, -1, now + 0.5, now * 1000, "now", Number.POSITIVE_INFINITY])(
    "refuses %s as now",
    (wrong) => {
      const options = { now: wrong as number };
      expect(() => parseGrant({ room: "a", expiresIn: 60 }, options)).toThrow(
        expect.objectContaining({ code: "clock.invalid", path: "now" }),
      );
      expect(() => safeParseGrant({ room: "a", expiresIn: 60 }, options)).toThrow(
        expect.objectContaining({ code: "clock.invalid" }),
      );
    },
  );

  it.each([null, 0, "", "false", 1])("refuses %s as requireExpiry", (wrong) => {
    const options = { now, requireExpiry: wrong as unknown as boolean };
    expect(() => parseGrant({ room: "a", expiresIn: 60 }, options)).toThrow(
      expect.objectContaining({ code: "grant.invalid", path: "requireExpiry" }),
    );
  });
});

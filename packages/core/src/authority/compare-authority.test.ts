import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GrantPath, grantPaths } from "../grant/right-path.js";
import { everyRight, plainAuthority, surely } from "../testing/frank-adapter.js";
import type { Authority, StatedReading } from "./authority.js";
import { type ComparisonContext, compareAuthority, type Difference, isGain } from "./compare-authority.js";

const now = 1_800_000_000;
const apart: ComparisonContext = {
  assume: "documented-defaults",
  sameVendor: false,
  samePlace: false,
  now,
  normalizeRoom: (name) => name,
};
const place: ComparisonContext = { ...apart, sameVendor: true, samePlace: true };
const itself: ComparisonContext = { ...place, identical: true };
const token = (overrides: Partial<Authority> = {}): Authority => plainAuthority(now + 3600, overrides);

function differenceAt(
  path: GrantPath,
  source: Partial<Authority>,
  target: Partial<Authority>,
  context: ComparisonContext = apart,
): Difference | undefined {
  return compareAuthority(token(source), token(target), context).find((difference) => difference.path === path);
}
const at = (...args: Parameters<typeof differenceAt>): string | undefined => differenceAt(...args)?.verdict;

describe("another vendor's server API", () => {
  const api = { purpose: surely(["api"] as const) };

  it("is wider than this one's, and narrower where it is not called any more", () => {
    const both = { purpose: surely(["api", "participant"] as const) };
    expect([at("purpose", api, api), at("purpose", both, api), at("purpose", both, both)]).toEqual(
      Array(3).fill("wider"),
    );
    expect(at("purpose", both, {})).toBe("narrowed");
    const vendor: ComparisonContext = { ...apart, sameVendor: true };
    expect([at("purpose", api, api, vendor), at("purpose", both, api, vendor)]).toEqual(["equal", "narrowed"]);
  });
});

describe("the list", () => {
  it("has every path that has an order, in the order of the model, equal ones too", () => {
    const unordered = /^(participant\.(name|email|avatarUrl|metadata)|start\.|client\.)/;
    const paths = compareAuthority(token(), token(), apart).map(({ path }) => path);
    expect(paths).toEqual(grantPaths.filter((path) => !unordered.test(path)));
  });

  it("names the source's lowest and the target's highest value", () => {
    const entry = { lowest: "ask", highest: "direct" } as const;
    expect(differenceAt("entry", { entry }, { entry })).toEqual({
      path: "entry",
      verdict: "wider",
      from: "ask",
      to: "direct",
    });
    expect(differenceAt("stay.maxSeconds", { stay: surely({ maxSeconds: 60, endsAtExpiry: false }) }, {})).toEqual({
      path: "stay.maxSeconds",
      verdict: "wider",
      from: 60,
      to: null,
    });
  });

  it("names readings as a person would, with modes and selection", () => {
    const readings = (reading: StatedReading, rest: Partial<Authority> = {}) => ({
      rights: everyRight(reading),
      ...rest,
    });
    const modes = { "rights.record": ["cloud"], "rights.transcribe": ["local"] } as const;
    const subscribeSelection = { base: false } as const;
    const limited = readings("allow", { modes, subscribeSelection });
    expect(differenceAt("rights.admit", readings("default(deny), liftable"), limited)).toMatchObject({
      from: "default(deny)",
      to: "allow",
    });
    expect(differenceAt("rights.record", readings("ungoverned, everyone"), limited)).toMatchObject({
      from: "ungoverned",
      to: { reading: "allow", modes: ["cloud"] },
    });
    expect(differenceAt("rights.transcribe", limited, readings("allow"))).toMatchObject({
      from: { reading: "allow", modes: ["local"] },
      to: "allow",
    });
    const streaming = readings("allow", { modes: { "rights.livestream": ["cloud"] } });
    expect(differenceAt("rights.livestream", streaming, readings("deny"))?.from).toEqual({
      reading: "allow",
      modes: ["cloud"],
    });
    expect(differenceAt("rights.livestream", readings("deny"), limited)).toMatchObject({ from: "deny", to: "allow" });
    expect(differenceAt("rights.subscribe", limited, readings("allow"))).toMatchObject({
      from: { reading: "allow", selection: { base: false } },
      to: "allow",
    });
    expect(differenceAt("rights.record", readings("deny", { modes }), readings("unknown", { modes }))).toMatchObject({
      from: "deny",
      to: "unknown",
    });
  });
});

describe("reflexivity", () => {
  const bounds = <Value>(values: fc.Arbitrary<Value>) => fc.record({ lowest: values, highest: values });
  const readings = fc.constantFrom<StatedReading[]>(
    ...(["allow", "deny", "possible", "default(allow)", "default(deny)", "unknown", "ungoverned"] as const),
    "default(deny), liftable",
    "ungoverned, everyone",
  );
  const authorities: fc.Arbitrary<Authority> = fc.record({
    purpose: bounds(fc.constantFrom(["participant"] as const, ["api", "participant"] as const)),
    room: bounds(fc.constantFrom("a", { any: true } as const, { anyOf: ["a", "b"] })),
    window: bounds(fc.record({ notBefore: fc.nat(), expiresAt: fc.constantFrom(null, now + 60) })),
    stay: bounds(fc.record({ maxSeconds: fc.constantFrom(null, 60), endsAtExpiry: fc.boolean() })),
    entry: bounds(fc.constantFrom("ask", "direct")),
    identity: bounds(fc.constantFrom(null, "ann", "ben")),
    rights: readings.map(everyRight),
    automation: fc.constantFrom({}, { record: {} }, { record: { mode: "cloud" as const } }),
  });

  it("in one place every token is equal to itself, however vague", () => {
    fc.assert(
      fc.property(authorities, (authority) => {
        for (const difference of compareAuthority(authority, authority, itself))
          expect(difference.verdict).toBe("equal");
      }),
    );
  });

  it("elsewhere what is vague is wider than itself", () => {
    const vague = {
      identity: { lowest: "ann", highest: null },
      room: { lowest: "a", highest: { any: true as const } },
    };
    expect(at("participant.id", vague, vague)).toBe("wider");
    expect(at("room", vague, vague)).toBe("wider");
    expect(at("participant.id", vague, vague, { ...apart, sameVendor: true })).toBe("wider");
    expect(at("participant.id", vague, vague, itself)).toBe("equal");
  });

  it("what is vague is equal to what another token says as vaguely only if it says it in the same words", () => {
    const vague = (words?: unknown): Partial<Authority> => ({
      entry: { lowest: "ask", highest: "direct" },
      ...(words === undefined ? {} : { statements: { entry: words } }),
    });
    expect(at("entry", vague(["ask", "host"]), vague(["ask", "host"]), place)).toBe("equal");
    expect(at("entry", vague(["ask", "host"]), vague(["ask"]), place)).toBe("wider");
    expect(at("entry", vague(["ask"]), vague(), place)).toBe("wider");
    expect(at("entry", vague(null), vague(null), place)).toBe("equal");
    expect(at("entry", vague(), vague(), place)).toBe("wider");
    expect(at("entry", vague(["ask"]), vague(["ask"]), { ...place, samePlace: false })).toBe("wider");
  });

  it("an expiry that nobody knows is equal to itself in one place, and compares with nothing elsewhere", () => {
    const window = surely({ notBefore: 0, expiresAt: undefined });
    const silent = { window, statements: { expiresAt: null } };
    expect(at("expiresAt", silent, silent, place)).toBe("equal");
    expect(at("expiresAt", { window }, { window }, itself)).toBe("equal");
    expect(at("expiresAt", { window }, { window }, place)).toBe("incomparable");
    expect(at("expiresAt", { window }, { window })).toBe("incomparable");
    expect(at("notBefore", { window }, { window }, place)).toBe("equal");
  });

  it("a different statement in one place is compared as anywhere", () => {
    expect(at("entry", { entry: surely("ask") }, {}, place)).toBe("wider");
    expect(at("entry", {}, { entry: surely("ask") }, place)).toBe("narrowed");
    expect(at("participant.id", { identity: surely("ann") }, { identity: surely("ben") }, place)).toBe("incomparable");
  });
});

describe("every component", () => {
  const stay = (maxSeconds: number | null, endsAtExpiry: boolean) => ({ stay: surely({ maxSeconds, endsAtExpiry }) });
  const window = (notBefore: number, expiresAt: number | null) => ({ window: surely({ notBefore, expiresAt }) });

  it.each<[GrantPath, Partial<Authority>, Partial<Authority>]>([
    ["purpose", { purpose: surely(["participant"]) }, { purpose: surely(["api", "participant"]) }],
    ["room", { room: surely("a") }, { room: surely({ anyOf: ["a", "b"] }) }],
    ["participant.id", { identity: surely("ann") }, { identity: surely(null) }],
    ["notBefore", window(now + 60, null), window(0, null)],
    ["expiresAt", window(0, now + 60), window(0, now + 61)],
    ["stay.endsAtExpiry", stay(null, true), stay(null, false)],
    ["stay.maxSeconds", stay(60, false), stay(61, false)],
    ["entry", { entry: surely("ask") }, { entry: surely("direct") }],
    ["automation.record", {}, { automation: { record: {} } }],
    ["automation.transcribe", {}, { automation: { transcribe: {} } }],
  ])("%s is wider one way, narrowed the other, and touches nothing else", (path, less, more) => {
    for (const context of [apart, place]) {
      const grown = compareAuthority(token(less), token(more), context);
      const shrunk = compareAuthority(token(more), token(less), context);
      expect(grown.filter(isGain).map((difference) => difference.path)).toEqual([path]);
      expect(grown.find((difference) => difference.path === path)?.verdict).toBe("wider");
      expect(shrunk.filter(isGain)).toEqual([]);
      expect(shrunk.find((difference) => difference.path === path)?.verdict).toBe("narrowed");
    }
  });

  it("is compared from the target's highest to the source's lowest", () => {
    const vague: Authority = token({
      purpose: { lowest: ["participant"], highest: ["api", "participant"] },
      room: { lowest: "a", highest: { anyOf: ["a", "b"] } },
      window: { lowest: { notBefore: now + 9, expiresAt: now + 60 }, highest: { notBefore: 0, expiresAt: null } },
      stay: { lowest: { maxSeconds: 9, endsAtExpiry: true }, highest: { maxSeconds: null, endsAtExpiry: false } },
      entry: { lowest: "ask", highest: "direct" },
      identity: { lowest: "ann", highest: null },
    });
    const gains = compareAuthority(vague, vague, apart).filter(isGain);
    expect(gains.map(({ path, verdict }) => `${path} ${verdict}`)).toEqual([
      "purpose wider",
      "room wider",
      "participant.id wider",
      "notBefore wider",
      "expiresAt wider",
      "stay.endsAtExpiry wider",
      "stay.maxSeconds wider",
      "entry wider",
    ]);
  });

  it("gives a not-before in the past no weight", () => {
    expect(at("notBefore", window(now - 60, null), window(0, null))).toBe("equal");
    expect(at("notBefore", window(now + 60, null), window(0, null))).toBe("wider");
  });
});

describe("rooms and accounts", () => {
  const any = { room: surely({ any: true } as const) };
  const vendor = { ...apart, sameVendor: true };

  it("every room of one account is not every room of another", () => {
    const of = (tenant?: string) => ({ ...any, ...(tenant === undefined ? {} : { tenant }) });
    expect(at("room", of("acme"), of("acme"), vendor)).toBe("equal");
    expect(at("room", of("acme"), of("other"), vendor)).toBe("incomparable");
    expect(at("room", of("acme"), of(), vendor)).toBe("incomparable");
    expect(at("room", of(), of(), vendor)).toBe("incomparable");
    expect(at("room", of(), of("acme"), vendor)).toBe("incomparable");
    expect(at("room", of("acme"), of("acme"))).toBe("incomparable");
    expect(at("room", of(), of(), place)).toBe("equal");
  });

  it("a room of another account is no part of every room of this one", () => {
    expect(at("room", { ...any, tenant: "acme" }, { tenant: "acme" }, vendor)).toBe("narrowed");
    expect(at("room", { ...any, tenant: "acme" }, { tenant: "other" }, vendor)).toBe("incomparable");
    expect(at("room", any, {}, place)).toBe("narrowed");
  });

  it("names are compared as the target's vendor does", () => {
    const lower = { ...apart, normalizeRoom: (name: string) => name.toLowerCase() };
    expect(at("room", { room: surely("Standup") }, {}, lower)).toBe("equal");
    expect(at("room", { room: surely("Standup") }, {})).toBe("incomparable");
  });
});

describe("a gain", () => {
  it("is what is wider or incomparable, and nothing else", () => {
    const base = { path: "entry", from: 0, to: 0 } as const;
    const verdicts = ["equal", "assumed", "narrowed", "advisory", "moved", "wider", "incomparable"] as const;
    expect(verdicts.filter((verdict) => isGain({ ...base, verdict }))).toEqual(["wider", "incomparable"]);
  });

  it("is found for two automations of different modes", () => {
    const mode = (value: "cloud" | "local") => ({ automation: { record: { mode: value } } });
    expect(at("automation.record", mode("cloud"), mode("local"))).toBe("incomparable");
    expect(at("automation.record", mode("cloud"), mode("cloud"))).toBe("equal");
  });
});

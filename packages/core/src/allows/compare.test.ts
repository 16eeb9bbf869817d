import { describe, expect, it } from "vitest";
import type { AnyAdapter } from "../adapter/adapter.js";
import type { GrantInput } from "../grant/grant-input.js";
import { parseGrant } from "../grant/parse-grant.js";
import { grantPaths } from "../grant/right-path.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { inspected } from "../testing/toy-readings.js";
import { type Comparison, compare, type Granting } from "./index.js";

const now = 1_800_000_000;
const twinAdapter = makeToyAdapter("twin", "Twin");

const grantOf = (input: Partial<GrantInput>) =>
  parseGrant({ room: "r", expiresAt: now + 3600, ...input }, { now, requireExpiry: false });

function tokenOf(claims: Record<string, unknown>) {
  const all = { kind: "toy/1", account: "acme", room: "r", exp: now + 3600, ...claims };
  return { reading: inspected(toyAdapter, all), adapter: toyAdapter };
}

const lines = ({ entries }: Comparison): string[] => entries.map(({ kind, path }) => `${kind} ${path}`);
const compared = (before: Granting, after: Granting): string[] => {
  const comparison = compare(before, after, { now });
  return [`${comparison.verdict}${comparison.gains ? ", gains" : ""}`, ...lines(comparison)];
};

describe("two grants", () => {
  it.each<[string, Partial<GrantInput>, Partial<GrantInput>, string[]]>([
    ["the same", { rights: { admit: true } }, { rights: { admit: true } }, ["equal"]],
    ["a right more", {}, { rights: { admit: true } }, ["more, gains", "gained rights.admit"]],
    ["a denial less", { rights: { admit: false } }, {}, ["more, gains", "gained rights.admit"]],
    ["a denial more", {}, { rights: { admit: false } }, ["less", "lost rights.admit"]],
    ["a right taken", { rights: { admit: true } }, { rights: { admit: false } }, ["less", "lost rights.admit"]],
    ["a right unsaid", { rights: { admit: true } }, {}, ["different", "uncertain rights.admit"]],
    ["fewer modes", { rights: { record: true } }, { rights: { record: ["cloud"] } }, ["less", "lost rights.record"]],
    [
      "a mode more",
      { rights: { record: ["cloud"] } },
      { rights: { record: ["cloud", "local"] } },
      ["more, gains", "gained rights.record"],
    ],
    [
      "hidden instead of visible",
      { rights: { visible: true } },
      { rights: { visible: false } },
      ["more, gains", "gained rights.visible"],
    ],
    ["a name", { participant: { name: "a" } }, { participant: { name: "b" } }, ["equal"]],
    ["bound", {}, { participant: { id: "a" } }, ["less", "lost participant.id"]],
    [
      "somebody else",
      { participant: { id: "a" } },
      { participant: { id: "b" } },
      ["more, gains", "gained participant.id"],
    ],
    ["another room", {}, { room: "q" }, ["more, gains", "gained room"]],
    ["every room", {}, { room: { any: true } }, ["more, gains", "gained room"]],
    ["one of every room", { room: { any: true } }, {}, ["less", "lost room"]],
    ["longer", {}, { expiresAt: now + 3601 }, ["more, gains", "gained expiresAt"]],
    ["for ever", {}, { expiresAt: null as unknown as number }, ["more, gains", "gained expiresAt"]],
    ["later", {}, { notBefore: now + 60 }, ["less", "lost notBefore"]],
    ["a beginning that is over", { notBefore: now - 60 }, {}, ["equal"]],
    ["must ask", { entry: "direct" }, { entry: "ask" }, ["less", "lost entry"]],
    ["walks in", { entry: "ask" }, { entry: "direct" }, ["more, gains", "gained entry"]],
    ["walks in, perhaps as before", {}, { entry: "direct" }, ["more, gains", "gained entry"]],
    ["asks, perhaps as before", {}, { entry: "ask" }, ["different", "uncertain entry"]],
    ["a limit that was none", {}, { stay: { endsAtExpiry: false } }, ["equal"]],
    ["removed at expiry", {}, { stay: { endsAtExpiry: true } }, ["less", "lost stay.endsAtExpiry"]],
    ["stays less long", {}, { stay: { maxSeconds: 60 } }, ["less", "lost stay.maxSeconds"]],
    ["starts recording", {}, { automation: { record: true } }, ["more, gains", "gained automation.record"]],
    ["another purpose", {}, { purpose: ["participant", "api"] }, ["more, gains", "gained purpose"]],
    ["its own extension", {}, { extensions: { toy: { zone: "w" } } }, ["more, gains", "gained extensions.toy.zone"]],
    [
      "more here, less there",
      { rights: { admit: true } },
      { rights: { admit: false, record: true } },
      ["different, gains", "lost rights.admit", "gained rights.record"],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(compared(grantOf(before), grantOf(after))).toEqual(expected);
  });

  it("finds the same silence about an expiry equal, and any expiry better than it", () => {
    const { expiresAt: _expiresAt, ...silent } = grantOf({});
    expect(compared(silent, { ...silent })).toEqual(["equal"]);
    expect(compared(grantOf({}), silent)).toEqual(["more, gains", "gained expiresAt"]);
  });

  it("names both values, but no id", () => {
    const { entries } = compare(
      grantOf({ participant: { id: "canary-1" }, rights: { admit: false } }),
      grantOf({ participant: { id: "canary-2" }, rights: { admit: true } }),
      { now },
    );
    expect(entries).toEqual([
      {
        path: "participant.id",
        kind: "gained",
        from: "bound",
        to: "bound",
        reason: "The old one is bound to one person; the new one is good for somebody else, or for whoever holds it.",
      },
      {
        path: "rights.admit",
        kind: "gained",
        from: "deny",
        to: "allow",
        reason: "The old token denies it; the new token allows it.",
      },
    ]);
  });

  it("lists what is equal on demand: everything that grants something, once", () => {
    const { entries } = compare(grantOf({}), grantOf({}), { now, includeEqual: true });
    const described = /^(participant\.(name|email|avatarUrl|metadata)|start\.|client\.)/;
    expect(entries.map(({ path }) => path)).toEqual(grantPaths.filter((path) => !described.test(path)));
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(["equal"]));
  });
});

describe("two tokens of one vendor", () => {
  it("finds the same silence equal, in the same room and in one room of many", () => {
    expect(compared(tokenOf({}), tokenOf({ name: "Alice", theme: "dark" }))).toEqual(["equal"]);
    expect(compared(tokenOf({ room: undefined }), tokenOf({}))).toEqual(["less", "lost room"]);
  });

  it("finds what was gained and lost", () => {
    expect(compared(tokenOf({}), tokenOf({ host: true }))).toEqual([
      "more, gains",
      "gained rights.moderate.media",
      "gained rights.moderate.remove",
    ]);
    expect(compared(tokenOf({ user: "a" }), tokenOf({ user: "a", send: { cam: false } }))).toEqual([
      "less",
      "lost rights.publish.camera",
    ]);
    expect(compared(tokenOf({}), tokenOf({ send: { cam: true } }))).toEqual([
      "different",
      "uncertain rights.publish.camera",
    ]);
  });

  it("takes another account, another room and other settings for another place", () => {
    const silent = ["rights.admit", "rights.record", "rights.livestream", "rights.transcribe"];
    const everywhere = compared(tokenOf({}), tokenOf({ account: "other" }));
    expect(everywhere).toEqual(expect.arrayContaining(silent.map((path) => `uncertain ${path}`)));
    expect(compared(tokenOf({}), tokenOf({ room: "q" }))[0]).toBe("more, gains");
    expect(compared(tokenOf({ room: undefined }), tokenOf({ room: undefined, account: "other" }))).toContain(
      "gained room",
    );
    const known = { ...tokenOf({}), roomSettings: { recording: "nobody" } };
    expect(compared(known, { ...known, roomSettings: { recording: "everyone" } })).toContain("gained rights.record");
  });

  it("compares room names as the vendor does", () => {
    const adapter: AnyAdapter = { ...toyAdapter, normalizeRoom: (name) => name.toLowerCase() };
    const upper = { ...tokenOf({ room: "R" }), adapter };
    expect(compared({ ...tokenOf({}), adapter }, upper)).toEqual(["equal"]);
    expect(compared(tokenOf({}), tokenOf({ room: "R" }))).toContain("gained room");
  });

  it("takes unknown members that are new for a gain, and is not certain about those that are gone", () => {
    expect(compared(tokenOf({}), tokenOf({ other: 1, jti: "1", send: { hologram: true } }))).toEqual([
      "more, gains",
      "gained unknown.other",
      "gained unknown.send.hologram",
    ]);
    expect(compared(tokenOf({ other: 1 }), tokenOf({}))).toEqual(["different", "uncertain unknown.other"]);
    const held = { other: { a: 1, b: [1] } };
    expect(compared(tokenOf(held), tokenOf(held))).toEqual(["equal"]);
    expect(compared(tokenOf(held), tokenOf({ other: { a: 1, b: [2] } }))).toEqual([
      "more, gains",
      "gained unknown.other.b",
    ]);
    expect(compared(tokenOf({ zone: "w" }), tokenOf({}))).toEqual(["different", "uncertain extensions.toy.zone"]);
    expect(compared(tokenOf({}), tokenOf({ "a\u001b[31m b": 1 }))[1]).toBe('gained unknown["a?[31m b"]');
  });

  it("takes what it could not read for a gain, unless it is the very same token", () => {
    const odd = { exp: "soon" };
    expect(compared(tokenOf({ exp: undefined }), tokenOf(odd))).toEqual(["more, gains", "gained claims.exp"]);
    expect(compared(tokenOf(odd), tokenOf({ exp: undefined }))).toEqual(["different", "uncertain claims.exp"]);
    expect(compared(tokenOf(odd), tokenOf(odd))).toEqual(["equal"]);
    const same = tokenOf(odd);
    expect(compared(same, { ...same })).toEqual(["equal"]);
    const { header: _header, claims: _claims, ...unseen } = same.reading;
    expect(compared(same, { reading: unseen, adapter: toyAdapter })[0]).toBe("more, gains");
  });
});

describe("tokens of two vendors, and a token against a grant", () => {
  const twin = (claims: Record<string, unknown>) => ({
    reading: inspected(twinAdapter, { kind: "twin/1", room: "r", exp: now + 3600, ...claims }),
    adapter: twinAdapter,
  });

  it("finds no common silence", () => {
    const comparison = compare(tokenOf({}), twin({}), { now });
    expect(comparison.gains).toBe(false);
    expect(comparison.verdict).toBe("different");
    expect(lines(comparison)).toContain("uncertain rights.publish.camera");
    expect(compared(tokenOf({ other: 1 }), twin({ other: 1 }))).toContain("gained unknown.other");
    expect(compared(tokenOf({ room: undefined }), twin({ room: undefined }))).toContain("gained room");
  });

  it("finds the rights that a token has beyond a grant", () => {
    const grant = grantOf({ entry: "direct", rights: { record: true, publish: { camera: false } } });
    const beyond = compared(grant, tokenOf({ record: true, host: true }));
    expect(beyond.filter((line) => line.startsWith("gained"))).toEqual([
      "gained rights.publish.camera",
      "gained rights.moderate.media",
      "gained rights.moderate.remove",
    ]);
    expect(beyond).not.toContain("uncertain rights.record");
    const { entry: _entry, ...silent } = grant;
    expect(compared(silent, tokenOf({}))).toContain("gained entry");
    expect(compare(tokenOf({ record: true }), grant, { now }).gains).toBe(false);
  });

  it("is not read by another vendor's adapter", () => {
    const mixed = { ...tokenOf({}), adapter: twinAdapter };
    expect(() => compare(mixed, tokenOf({}), { now })).toThrow(
      expect.objectContaining({ code: "translate.vendor-mismatch", path: "adapter" }),
    );
  });
});

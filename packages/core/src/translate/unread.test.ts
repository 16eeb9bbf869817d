import { describe, expect, it } from "vitest";
import type { Finding } from "../errors/finding.js";
import { type FrankToken, frankReading, makeFrankAdapter, plainAuthority } from "../testing/frank-adapter.js";
import { readPolicy } from "./policy.js";
import { checkUnread, unknownMembers } from "./unread.js";

const now = 1_800_000_000;
const frank = makeFrankAdapter("frank");

const nothing = { unknown: false, residue: false };
const everything = { unknown: true, residue: true };

function check(token: FrankToken, ignoreUnknown: readonly string[] = [], kept = nothing) {
  const reading = frankReading(frank, plainAuthority(now + 60), token);
  return checkUnread(reading, token.residue ?? {}, frank, kept, readPolicy({ ignoreUnknown }));
}
const refused = (...args: Parameters<typeof check>): string[] => check(...args).refusals.map(({ path }) => path);
const passed = (...args: Parameters<typeof check>): string[] => check(...args).entries.map(({ path }) => path);
const finding = (id: string, severity: Finding["severity"], path?: string): Finding => ({
  id,
  severity,
  message: "Odd.",
  cure: "Mint it well.",
  ...(path === undefined ? {} : { path }),
});

describe("the paths of unknown members", () => {
  const never = (): boolean => false;
  const unknownPaths = (...args: Parameters<typeof unknownMembers>): string[] =>
    unknownMembers(...args).map(({ path }) => path);

  it("lead to the innermost members", () => {
    const unknown = { a: 1, b: { c: { d: null }, e: "x" }, list: [{ f: 1 }], empty: {}, hollow: { inner: {} } };
    expect(unknownPaths(unknown, never)).toEqual(["a", "b.c.d", "b.e", "list", "empty", "hollow.inner"]);
    expect(unknownPaths({}, never)).toEqual([]);
  });

  it("stop at a member that is known as a whole", () => {
    const unknown = { b: { c: { d: 1 }, e: 2 } };
    expect(unknownPaths(unknown, (path) => path === "b.c")).toEqual(["b.c", "b.e"]);
    expect(unknownPaths(unknown, (path) => path === "b")).toEqual(["b"]);
  });
});

describe("unknown members", () => {
  it("are refused, each with the line that passes over it", () => {
    const { refusals, entries } = check({ unknown: { role: 1, inner: { power: 2 } } });
    expect(entries).toEqual([]);
    expect(refusals).toEqual(
      ["role", "inner.power"].map((path) => ({
        path: `unknown.${path}`,
        from: undefined,
        to: undefined,
        reason: "The Frank adapter does not know this member, so nobody can say what it grants.",
        remedy: { where: "policy", setting: "ignoreUnknown", value: [path] },
      })),
    );
  });

  it("are passed over by name or by the name of what holds them, and reported", () => {
    const unknown = { role: 1, inner: { power: { more: 2 } } };
    for (const ignored of [["inner"], ["inner.power"], ["inner.power.more"]]) {
      expect(refused({ unknown }, ignored)).toEqual(["unknown.role"]);
      expect(passed({ unknown }, ignored)).toEqual([`unknown.${ignored[0]}`]);
    }
    expect(refused({ unknown }, ["role", "inner"])).toEqual([]);
    expect(refused({ unknown }, ["inn", "inner.pow", "power", "inner.power.more.x"])).toHaveLength(2);
    expect(check({ unknown: { role: 1 } }, ["role"]).entries).toEqual([
      {
        path: "unknown.role",
        kind: "dropped",
        effect: "same",
        from: undefined,
        to: undefined,
        reason: "Passed over, as `ignoreUnknown` says.",
      },
    ]);
  });

  it("with odd names can be passed over, too", () => {
    for (const name of ["", ".", "a.b", ".a", "a."]) {
      expect(refused({ unknown: { [name]: 1 } })).toEqual([`unknown["${name}"]`]);
      expect(refused({ unknown: { [name]: 1 } }, [name])).toEqual([]);
    }
  });

  it("that are known to be harmless are not mentioned", () => {
    const unknown = { jti: "1", inner: { trace: { id: 1 } } };
    expect(check({ unknown })).toEqual({ refusals: [], entries: [] });
    expect(refused({ unknown: { inner: { trace: 1, power: 2 } } })).toEqual(["unknown.inner.power"]);
    expect(refused({ unknown: { constructor: 1, inner: { jti: 1 } } })).toEqual([
      "unknown.constructor",
      "unknown.inner.jti",
    ]);
  });

  it("are shown without what would turn a log upside down", () => {
    expect(refused({ unknown: { "a\n\u202eb": 1 } })).toEqual(['unknown["a??b"]']);
    expect(refused({ unknown: { inner: { "we ird": 1 } } })).toEqual(['unknown.inner["we ird"]']);
  });

  it("and properties are no matter where the target keeps them as they are", () => {
    const token = { unknown: { role: 1 }, residue: { fence: 1 } };
    expect(check(token, [], everything)).toEqual({ refusals: [], entries: [] });
    expect(refused(token, [], { unknown: true, residue: false })).toEqual(["extensions.frank.fence"]);
    expect(refused(token, [], { unknown: false, residue: true })).toEqual(["unknown.role"]);
  });
});

describe("vendor properties without a neutral name", () => {
  it("are refused where they bind, or where nobody knows", () => {
    const { refusals } = check({ residue: { fence: 1, moat: 2 } });
    expect(refusals).toEqual([
      {
        path: "extensions.frank.fence",
        from: undefined,
        to: undefined,
        reason: "Keeps its holder in.",
        remedy: { where: "policy", setting: "ignoreUnknown", value: ["fence"] },
      },
      {
        path: "extensions.frank.moat",
        from: undefined,
        to: undefined,
        reason: "It may grant or restrict something and has no neutral name.",
        remedy: { where: "policy", setting: "ignoreUnknown", value: ["moat"] },
      },
    ]);
  });

  it("are dropped where they only hint, or where the policy passes over them", () => {
    const { refusals, entries } = check({ residue: { colour: 1, fence: 2, moat: 3, role: 4 } }, ["fence", "moat"]);
    expect(refusals).toEqual([]);
    expect(entries.map(({ path, kind, reason }) => [path, kind, reason])).toEqual([
      ["extensions.frank.colour", "dropped", "Colours of a client."],
      ["extensions.frank.fence", "dropped", "Keeps its holder in."],
      ["extensions.frank.moat", "dropped", "Passed over, as `ignoreUnknown` says."],
    ]);
  });

  it("are not mentioned where the rights tell them", () => {
    expect(check({ residue: { role: 1 } })).toEqual({ refusals: [], entries: [] });
  });
});

describe("claims that could not be read", () => {
  it("are refused, also within one vendor", () => {
    const findings = [finding("claims.unknown-value", "error", "p.x"), finding("claims.odd", "error")];
    for (const kept of [nothing, everything])
      expect(refused({ findings }, [], kept)).toEqual(["claims.p.x", "claims.token"]);
    expect(check({ findings }).refusals[0]).toEqual({
      path: "claims.p.x",
      from: undefined,
      to: undefined,
      reason: "It could not be read for certain: Odd.",
      remedy: { where: "policy", setting: "ignoreUnknown", value: ["p.x"] },
    });
  });

  it("are not passed over when they have the wrong type: they may have been a restriction", () => {
    const findings = [finding("claims.invalid", "error", "p.x")];
    expect(refused({ findings }, ["p.x"])).toEqual(["claims.p.x"]);
    expect(check({ findings }).refusals[0]).not.toHaveProperty("remedy");
  });

  it("are passed over by name when they have an undocumented value, which reads as the lowest right", () => {
    const findings = [finding("claims.unknown-value", "error", "p.x")];
    expect(refused({ findings }, ["p.x"])).toEqual([]);
    expect(refused({ findings }, ["p"])).toEqual([]);
    expect(refused({ findings }, ["x"])).toEqual(["claims.p.x"]);
  });

  it("are errors only; a warning or a note stops nobody", () => {
    const findings = [finding("claims.a", "warning", "a"), finding("claims.b", "info", "b")];
    expect(refused({ findings, warnings: findings })).toEqual([]);
  });

  it("include what was wrong with the token's form, which nothing in a policy mends", () => {
    const warnings = [finding("token.duplicate", "error", "exp"), finding("lint.odd", "error", "exp")];
    const { refusals } = check({ warnings });
    expect(refusals.map(({ path }) => path)).toEqual(["claims.exp"]);
    expect(refusals[0]).not.toHaveProperty("remedy");
    expect(refused({ warnings: [finding("token.duplicate", "warning", "exp")] })).toEqual([]);
  });

  it("leave it to the window when a token counts", () => {
    const warnings = [finding("token.expired", "error", "exp"), finding("token.not-yet-valid", "error", "nbf")];
    expect(refused({ warnings })).toEqual([]);
  });
});

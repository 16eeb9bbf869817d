import { describe, expect, it } from "vitest";
import type { Finding } from "../errors/finding.js";
import { formatPath, refuseFaulty, tokenFinding } from "./token-finding.js";

function refusalOf(findings: readonly Finding[]): Record<string, unknown> {
  try {
    refuseFaulty(findings);
  } catch (error) {
    return error as Record<string, unknown>;
  }
  return {};
}

describe("tokenFinding", () => {
  it("is an error with the list's own cure, and has a path only where there is one", () => {
    const bare = tokenFinding("token.not-a-string", "It is not a string.");
    expect(Object.keys(bare).sort()).toEqual(["cure", "id", "message", "severity"]);
    expect(bare).toMatchObject({ severity: "error", cure: expect.stringMatching(/\S/) });
    expect(tokenFinding("token.pasting-noise", "Removed it.", "claims.a", "warning")).toMatchObject({
      path: "claims.a",
      severity: "warning",
    });
  });
});

describe("refuseFaulty", () => {
  const noise = tokenFinding("token.pasting-noise", "Removed it.", undefined, "warning");
  const large = tokenFinding("token.too-large", "It is too large.");
  const name = tokenFinding("token.forbidden-name", "The name is forbidden.", "claims.__proto__");

  it("lets warnings pass", () => {
    expect(refusalOf([])).toEqual({});
    expect(refusalOf([noise])).toEqual({});
  });

  it("throws the first error, and lists the errors only", () => {
    expect(refusalOf([noise, name, noise, large])).toMatchObject({
      code: "token.forbidden-name",
      message: expect.stringContaining(name.message),
      path: "claims.__proto__",
      cure: name.cure,
      details: { findings: ["token.forbidden-name", "token.too-large"] },
    });
    expect(refusalOf([large]).path).toBeUndefined();
  });
});

describe("formatPath", () => {
  it.each([
    [[], "claims"],
    [["p", "cs", 0, 12], "claims.p.cs[0][12]"],
    [["$a_b-c9"], "claims.$a_b-c9"],
    [["9a"], 'claims["9a"]'],
    [[""], 'claims[""]'],
    [["a.b"], 'claims["a.b"]'],
    [['a"b\\c'], 'claims["a?b?c"]'],
    [["\u001b[2J\u202e\u007f~ "], 'claims["?[2J??~ "]'],
    [["x".repeat(64)], `claims.${"x".repeat(64)}`],
    [["x".repeat(65)], `claims["${"x".repeat(32)}..."]`],
    [[" ".repeat(32)], `claims["${" ".repeat(32)}"]`],
    [[" ".repeat(33)], `claims["${" ".repeat(32)}..."]`],
  ])("%j", (path, text) => {
    expect(formatPath("claims", path)).toBe(text);
  });
});

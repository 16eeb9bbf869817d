import { describe, expect, it } from "vitest";
import { exampleGroups, exampleNamed } from "../examples/examples.js";
import { unsignedToken } from "../text/unsigned-token.js";
import { type ExplainedClaim, explainClaims } from "./explain-claims.js";
import { mostLeaves } from "./leaf-claims.js";
import { readText, type Understood } from "./read-text.js";

const now = 1_800_000_000;

function understood(text: string): Understood {
  const reading = readText(text, undefined, now);
  if (reading.kind !== "understood") throw new Error("The token is not understood.");
  return reading;
}

function explain(text: string): ReadonlyMap<string, ExplainedClaim> {
  const { vendor, inspected } = understood(text);
  const { rows } = explainClaims(vendor.adapter, inspected.claims, inspected.warnings, now);
  return new Map(rows.map((row) => [row.path, row]));
}

const example = (id: string): string => exampleNamed(id, now)?.text ?? "";
const textsOf = (row: ExplainedClaim | undefined): string => row?.effects.map(({ text }) => text).join(" ") ?? "";

describe("a claim", () => {
  it("is called by its vendor's property, and does what would be missing without it", () => {
    const owner = explain(example("daily-guide")).get("o");
    expect(owner).toMatchObject({ property: "is_owner", value: true });
    expect(textsOf(owner)).toContain("Gives: mute others; remove others");
    expect(owner?.references[0]).toMatchObject({ source: expect.stringMatching(/^https:/), asOf: expect.any(String) });
  });

  it("tells its unit: instants and lengths of time", () => {
    const limits = explain(example("daily-limits"));
    expect(limits.get("eje")).toMatchObject({ property: "eject_after_elapsed", meaning: "20 minutes" });
    expect(limits.get("exp")?.meaning).toContain("in 60 minutes");
    expect(limits.get("iat")?.meaning).toContain("2 minutes ago");
  });

  it("inside an envelope stands by itself", () => {
    const claims = explain(example("metered-admin"));
    expect(claims.get("data.isAdmin")?.property).toBe("isAdmin");
    expect(textsOf(claims.get("data.isAdmin"))).toMatch(
      /Gives: let in those who ask.*May include, by a role: mute others/,
    );
    expect(textsOf(claims.get("data.notBeforeUnixSec"))).toContain("Nobody joins before");
  });

  it("that withholds is told apart from one that gives", () => {
    const sent = explain(example("daily-limits")).get("p.cs");
    expect(textsOf(sent)).toMatch(/Gives: send microphone\. .*Withholds: send camera/);
  });

  it("that names a participant and may not bind it does not count as nothing", () => {
    const claims = { r: "x", d: "11111111-2222-4333-8444-555555555555", ud: "u".repeat(37), iat: now };
    expect(textsOf(explain(unsignedToken(claims)).get("ud"))).toContain("whether it binds is not certain");
    expect(textsOf(explain(unsignedToken({ ...claims, ud: "u_1" })).get("ud"))).toContain("Binds the token to one");
  });

  it("of which nobody has heard is said to be unknown", () => {
    const misspelt = explain(example("milliseconds")).get("nfb");
    expect(misspelt).toMatchObject({ property: undefined, effects: [] });
    expect(misspelt?.findings.map(({ id }) => id)).toEqual(["lint.unknown-claim"]);
  });

  it("that cannot be read has no property and a finding", () => {
    const owner = explain(example("milliseconds")).get("o");
    expect(owner).toMatchObject({ property: undefined });
    expect(owner?.findings.map(({ id }) => id)).toEqual(["claims.invalid"]);
  });

  it("on which others depend tells what it carries with it", () => {
    expect(textsOf(explain(example("videosdk-lobby")).get("version"))).toContain("Binds the token to one participant");
  });
});

describe("all claims", () => {
  it.each(exampleGroups(now).flatMap(({ examples }) => examples))("of $name are there", ({ text }) => {
    const reading = readText(text, undefined, now);
    if (reading.kind !== "understood") return;
    const { rows } = explainClaims(reading.vendor.adapter, reading.inspected.claims, reading.inspected.warnings, now);
    const names = new Set(rows.map(({ path }) => path.split(".")[0]));
    expect([...names].sort()).toEqual(
      Object.keys(reading.inspected.claims)
        .filter((name) => name !== "__proto__")
        .sort(),
    );
  });

  it("are bounded, and the rest is counted", () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`c${index}`, index]));
    const { vendor, inspected } = understood(unsignedToken({ apikey: "k", permissions: ["allow_join"], ...many }));
    const { rows, left } = explainClaims(vendor.adapter, inspected.claims, inspected.warnings, now);
    expect([rows.length, left]).toEqual([mostLeaves, 202 - mostLeaves]);
  });
});

import { describe, expect, it } from "vitest";
import type { Grant } from "../grant/grant.js";
import type { GrantInput } from "../grant/grant-input.js";
import { parseGrant } from "../grant/parse-grant.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import { lintGrant } from "./index.js";

const now = 1_800_000_000;

function lint(input: Partial<GrantInput>, options: { toy?: boolean; maxLifetimeSeconds?: number } = {}): string[] {
  const { toy = false, ...rest } = options;
  const grant = parseGrant({ room: "r", expiresAt: now + 3600, ...input }, { now });
  return lintGrant(grant, toy ? toyAdapter : undefined, { now, ...rest }).map(({ id }) => id);
}

const never: Partial<GrantInput> = { expiresAt: null };

describe("a grant that is no token yet", () => {
  it.each<[Partial<GrantInput>, string[]]>([
    [{}, []],
    [never, ["lint.never-expires"]],
    [{ expiresAt: now + 86_400 }, []],
    [{ expiresAt: now + 86_401 }, ["lint.long-life"]],
    [{ notBefore: now + 3600, expiresAt: now + 90_000 }, []],
    [{ notBefore: now + 3600, expiresAt: now + 90_001 }, ["lint.long-life"]],
    [{ room: { any: true } }, ["lint.every-room"]],
    [{ room: { any: true }, purpose: "api" }, []],
    [{ rights: { moderate: true } }, ["lint.moderator-without-identity"]],
    [{ rights: { admit: true } }, ["lint.moderator-without-identity"]],
    [{ rights: { admit: true }, participant: { id: "u_1" } }, []],
    [{ rights: { moderate: false, admit: false } }, []],
    [{ automation: { record: true } }, ["lint.starts-recording-without-right"]],
    [
      { automation: { record: { mode: "cloud" } }, rights: { record: ["local"] } },
      ["lint.starts-recording-without-right"],
    ],
    [{ automation: { record: { mode: "cloud" } }, rights: { record: ["cloud"] } }, []],
    [{ automation: { record: true }, rights: { record: true } }, []],
    [{ client: { redirectUrl: "https://example.com/left" } }, []],
    [{ client: { redirectUrl: "/left" } }, []],
    [{ client: { redirectUrl: "acme://left" } }, ["lint.redirect-not-web"]],
  ])("%j: %j", (input, expected) => {
    expect(lint(input)).toEqual(expected);
  });

  it("tells of an address that runs code, which parsing takes from nobody", () => {
    const decoded: Grant = {
      purpose: ["participant"],
      room: "r",
      expiresAt: now + 60,
      client: { redirectUrl: "data:,x" },
    };
    expect(lintGrant(decoded, undefined, { now }).map(({ id }) => id)).toEqual(["lint.redirect-runs-code"]);
    expect(() => lint({ client: { redirectUrl: "data:,x" } })).toThrow("client.redirectUrl");
  });

  it("says so where an expiry was left open", () => {
    const grant = parseGrant({ room: "r" }, { now, requireExpiry: false });
    expect(lintGrant(grant, undefined, { now }).map(({ id }) => id)).toEqual(["lint.never-expires"]);
  });

  it("knows a vendor's limits once it knows the vendor", () => {
    const participant = { id: "u".repeat(37) };
    expect(lint({ participant })).toEqual([]);
    expect(lint({ participant }, { toy: true })).toEqual(["lint.long-identity"]);
  });

  it("takes the caller's longest life", () => {
    expect(lint({}, { maxLifetimeSeconds: 60 })).toEqual(["lint.long-life"]);
  });

  it("needs a clock in seconds", () => {
    const grant = parseGrant({ room: "r", expiresIn: "1h" }, { now });
    expect(() => lintGrant(grant, undefined, { now: Date.now() })).toThrow(
      expect.objectContaining({ code: "clock.invalid" }),
    );
  });
});

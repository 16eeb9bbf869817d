import { describe, expect, it } from "vitest";
import { videosdk } from "./adapter.js";

const base = { apikey: "TEST-ONLY-key", permissions: ["allow_join"], version: 2, roles: ["rtc"] };

function lintOf(claims: Record<string, unknown>): string[] {
  return videosdk
    .lint(videosdk.fromClaims(claims), { now: 1_795_000_000 })
    .map(({ id, severity, path }) => `${severity} ${id} ${path}`);
}

describe("lint", () => {
  const matching = "info videosdk.participant-id-must-match participantId";
  const rows: [string, Record<string, unknown>, string[]][] = [
    ["nothing to say", {}, []],
    ["a generated room id", { roomId: "2kyv-gzay-64pg" }, []],
    ["another room id", { roomId: "standup" }, ["warning videosdk.room-id-form roomId"]],
    ["a participant id", { participantId: "u_1" }, [matching]],
    ["white space in it", { participantId: "u 1" }, ["warning videosdk.participant-id-white-space participantId"]],
    ["both roles", { roles: ["crawler", "rtc"] }, ["warning videosdk.both-roles roles"]],
    ["no roles", { roles: undefined }, ["info videosdk.no-roles roles"]],
    ["a not-before", { nbf: 1_795_000_000 }, ["warning lint.not-enforced nbf"]],
    ["a not-before of zero", { nbf: 0 }, []],
    ["a lobby guest", { permissions: ["ask_join"] }, ["info videosdk.ask-needs-host permissions"]],
    ...[
      ["ask_join", "allow_mod"],
      ["allow_join", "ask_join"],
      ["allow_join", "allow_mod", "ask_join"],
    ].map((permissions): [string, Record<string, unknown>, string[]] => [
      permissions.join(" with "),
      { permissions },
      ["warning lint.ask-join-combined permissions"],
    ]),
    [
      "scopes without a version",
      { version: undefined, roomId: "2kyv-gzay-64pg", participantId: "u_1" },
      [
        "warning lint.not-enforced roomId",
        "warning lint.not-enforced participantId",
        "warning lint.not-enforced roles",
        matching,
      ],
    ],
  ];
  it.each(rows)("%s", (_, change, findings) => {
    expect(lintOf({ ...base, ...change })).toEqual(findings);
  });

  it("says what to do, and never a value", () => {
    const claims = {
      ...base,
      version: undefined,
      permissions: ["ask_join", "allow_mod"],
      roomId: "VALUE-1",
      participantId: "VALUE 2",
    };
    const findings = videosdk.lint(videosdk.fromClaims(claims), { now: 0 });
    expect(findings).toHaveLength(6);
    for (const { message, cure } of findings) {
      expect(message).toMatch(/\.$/);
      expect(cure).toMatch(/\.$/);
    }
    expect(JSON.stringify(findings)).not.toContain("VALUE");
  });
});

describe("recognize", () => {
  const rows: [string, Record<string, unknown>, string | undefined][] = [
    ["the vendor's own", base, "certain"],
    ["one known permission among others", { apikey: "x", permissions: [1, "ask_join"] }, "certain"],
    ["unknown permissions", { apikey: "x", permissions: ["host"] }, "likely"],
    ["permissions of another form", { apikey: "x", permissions: "allow_join" }, "likely"],
    ["no permissions", { apikey: "x" }, "possible"],
    ["permissions alone", { permissions: ["allow_join"] }, undefined],
    ["another api key", { apiKey: "x", permissions: ["allow_join"] }, undefined],
    ["a number", { apikey: 1, permissions: ["allow_join"] }, undefined],
    ["nothing", {}, undefined],
    ["an inherited key", Object.create({ apikey: "x" }) as Record<string, unknown>, undefined],
  ];
  it.each(rows)("%s", (_, claims, confidence) => {
    expect(videosdk.recognize({ header: { alg: "HS256" }, claims })?.confidence).toBe(confidence);
  });
});

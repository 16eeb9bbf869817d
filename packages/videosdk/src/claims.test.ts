import type { Finding } from "@roompass/core/adapter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromClaims, toClaims } from "./claims.js";

const base = { apikey: "TEST-ONLY-key", permissions: ["allow_join"], version: 2, roles: ["rtc"] };

function brief(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.severity} ${finding.id} ${finding.path}`);
}

describe("fromClaims", () => {
  it("reads every documented claim under its own name", () => {
    const claims = {
      ...base,
      permissions: ["allow_join", "allow_mod"],
      roomId: "2kyv-gzay-64pg",
      participantId: "lxvdplwt",
      roles: ["crawler", "rtc"],
      iat: 1_795_000_000,
      exp: 1_795_007_200,
      nbf: 1_795_000_000,
      jti: "TEST-ONLY-id",
    };
    expect(fromClaims(claims)).toEqual({ properties: claims, unknown: {}, findings: [] });
  });

  const tolerated: [string, Record<string, unknown>, Record<string, unknown>, string[]][] = [
    [
      "a plain string for permissions",
      { permissions: "ask_join" },
      { permissions: ["ask_join"] },
      ["warning videosdk.permissions-string permissions"],
    ],
    ["a plain string for roles", { roles: "rtc" }, { roles: ["rtc"] }, ["warning videosdk.roles-string roles"]],
    ["a string for version", { version: "2" }, { version: "2" }, ["warning videosdk.version-string version"]],
    [
      "a repeated permission",
      { permissions: ["allow_join", "allow_join"] },
      { permissions: ["allow_join", "allow_join"] },
      ["info videosdk.list-spelling permissions"],
    ],
    [
      "an unusual order",
      { roles: ["rtc", "crawler"] },
      { roles: ["rtc", "crawler"] },
      ["info videosdk.list-spelling roles"],
    ],
    ["empty roles", { roles: [] }, { roles: [] }, ["warning videosdk.empty-roles roles"]],
    ["no version", { version: undefined }, { version: undefined }, ["info videosdk.no-version version"]],
    ["no roles", { roles: undefined }, { roles: undefined }, ["info videosdk.no-roles roles"]],
  ];
  it.each(tolerated)("tolerates %s and says so", (_, change, read, findings) => {
    const native = fromClaims({ ...base, ...change });
    expect(native.properties).toMatchObject(JSON.parse(JSON.stringify(read)));
    expect(brief(native.findings)).toEqual(findings);
  });

  const refused: [string, Record<string, unknown>, string, unknown, string[]][] = [
    ["a number for apikey", { apikey: 7 }, "apikey", undefined, ["error claims.invalid apikey"]],
    ["an empty apikey", { apikey: "" }, "apikey", undefined, ["error claims.invalid apikey"]],
    ["an object for permissions", { permissions: {} }, "permissions", undefined, ["error claims.invalid permissions"]],
    ["null for permissions", { permissions: null }, "permissions", undefined, ["error claims.invalid permissions"]],
    [
      "a number among permissions",
      { permissions: ["allow_join", 1] },
      "permissions",
      ["allow_join"],
      ["error claims.invalid permissions[1]"],
    ],
    [
      "a permission that VideoSDK does not have",
      { permissions: ["allow_join", "allow_live_stream"] },
      "permissions",
      ["allow_join"],
      ["error claims.unknown-value permissions[1]"],
    ],
    [
      "a permission of that name as a plain string",
      { permissions: "host" },
      "permissions",
      [],
      [
        "warning videosdk.permissions-string permissions",
        "error claims.unknown-value permissions[0]",
        "error claims.invalid permissions",
      ],
    ],
    [
      "a role that VideoSDK does not have",
      { roles: ["rtc", "rtmp"] },
      "roles",
      ["rtc"],
      ["error claims.unknown-value roles[1]"],
    ],
    ["another version", { version: 1 }, "version", undefined, ["error claims.unknown-value version"]],
    ["a list for version", { version: ["2"] }, "version", undefined, ["error claims.invalid version"]],
    ["true for version", { version: true }, "version", undefined, ["error claims.invalid version"]],
    ["null for roomId", { roomId: null }, "roomId", undefined, ["error claims.invalid roomId"]],
    ["an empty roomId", { roomId: "" }, "roomId", undefined, ["error claims.invalid roomId"]],
    [
      "a number for participantId",
      { participantId: 42 },
      "participantId",
      undefined,
      ["error claims.invalid participantId"],
    ],
    ["a string for exp", { exp: "1795007200" }, "exp", undefined, ["error claims.invalid exp"]],
    ["a fraction for exp", { exp: 1_795_007_200.5 }, "exp", undefined, ["error claims.invalid exp"]],
    ["a string for iat", { iat: "1795007200" }, "iat", undefined, ["error claims.invalid iat"]],
    ["null for nbf", { nbf: null }, "nbf", undefined, ["error claims.invalid nbf"]],
    ["a number for jti", { jti: 1 }, "jti", undefined, ["error claims.invalid jti"]],
  ];
  it.each(refused)("reports %s as an error and takes the least", (_, change, name, value, findings) => {
    const native = fromClaims({ ...base, ...change });
    expect((native.properties as Record<string, unknown>)[name]).toEqual(value);
    expect(brief(native.findings)).toEqual(findings);
  });

  it.each([
    ["missing", undefined],
    ["empty", []],
    ["allow_mod alone", ["allow_mod"]],
  ])("reports permissions without a way in: %s", (_, permissions) => {
    const { findings } = fromClaims({ ...base, permissions });
    expect(brief(findings)).toEqual(["error claims.invalid permissions"]);
    expect(findings[0]?.message).toContain("no join permission");
  });

  it("suggests the nearest permission and never repeats the value that it found", () => {
    const { findings } = fromClaims({ ...base, permissions: ["allow_join", "Allow-Mod"], roles: ["RTC"] });
    const unknown = findings.filter(({ id }) => id === "claims.unknown-value");
    expect(unknown.map(({ cure }) => cure)).toEqual(["Did you mean `allow_mod`?", "Did you mean `rtc`?"]);
    expect(JSON.stringify(findings)).not.toMatch(/Allow-Mod|RTC/);
  });

  const misspelt: [string, string][] = [
    ["nfb", "Did you mean `nbf`?"],
    ["apiKey", "Did you mean `apikey`?"],
    ["room_id", "Did you mean `roomId`?"],
    ["meetingId", "Did you mean `roomId`?"],
    ["role", "Did you mean `roles`?"],
    ["particpantId", "Did you mean `participantId`?"],
    ["allow_live_stream", "VideoSDK has no such permission; live streaming is started through its server API."],
    ["name", "Pass it to the client as `name`: a VideoSDK token does not carry it."],
    ["metaData", "Pass it to the client as `metaData`: a VideoSDK token does not carry it."],
    ["mode", "Pass it to the client as `mode`: a VideoSDK token does not carry it."],
  ];
  it.each(misspelt)("keeps the unknown claim %s and says what was probably meant", (name, cure) => {
    const { roles: _roles, apikey: _apikey, ...rest } = base;
    const native = fromClaims({ ...rest, [name]: "x" });
    expect(native.unknown).toEqual({ [name]: "x" });
    expect(native.findings.filter(({ id }) => id === "lint.unknown-claim")).toEqual([
      expect.objectContaining({ severity: "warning", path: name, cure }),
    ]);
  });

  it("says nothing about claims that resemble none of its own, or stand beside the one they resemble", () => {
    expect(fromClaims({ ...base, iss: "a", sub: "b", email_id: "c", "Ü \u202e": 1, ext: 1, exp: 1 }).findings).toEqual(
      [],
    );
  });

  it("keeps a claim named __proto__ as data", () => {
    const claims: Record<string, unknown> = JSON.parse('{"apikey":"TEST-ONLY-key","__proto__":{"roomId":"evil"}}');
    const native = fromClaims(claims);
    expect(native.properties.roomId).toBeUndefined();
    expect(Object.keys(native.unknown)).toEqual(["__proto__"]);
    expect(JSON.stringify(toClaims(native))).toBe(JSON.stringify(claims));
  });

  it("reads claims without a prototype, and never those that are only inherited", () => {
    expect(fromClaims({ __proto__: null, ...base }).properties).toEqual(base);
    expect(fromClaims(Object.create({ roomId: "inherited" }) as Record<string, unknown>).properties).toEqual({});
  });
});

describe("toClaims", () => {
  it("writes nothing that was not set, and never takes a documented claim from the unknown members", () => {
    expect(toClaims({ properties: {}, unknown: {}, findings: [] })).toEqual({});
    const native = {
      properties: { version: 2 as const },
      unknown: { permissions: ["allow_mod"], apikey: "x", y: 1 },
      findings: [],
    };
    expect(toClaims(native)).toEqual({ version: 2, y: 1 });
  });

  it("hands out lists of its own", () => {
    const permissions = Object.freeze(["allow_join" as const]);
    expect(Object.isFrozen(toClaims({ properties: { permissions }, unknown: {}, findings: [] })["permissions"])).toBe(
      false,
    );
  });
});

describe("wire lossless", () => {
  const documented = fc.record(
    {
      apikey: fc.string({ minLength: 1 }),
      permissions: fc.constantFrom(
        ["allow_join"],
        ["allow_join", "allow_mod"],
        ["ask_join"],
        ["ask_join", "allow_mod"],
        [],
      ),
      version: fc.constant(2),
      roomId: fc.string({ minLength: 1, unit: "grapheme" }),
      participantId: fc.string({ minLength: 1, unit: "grapheme" }),
      roles: fc.subarray(["crawler", "rtc"]),
      iat: fc.maxSafeInteger(),
      exp: fc.maxSafeInteger(),
      nbf: fc.maxSafeInteger(),
      jti: fc.string(),
    },
    { requiredKeys: [] },
  );
  const others = fc.dictionary(
    fc
      .string()
      .filter((name) => !["apikey", "permissions", "version", "roles", "iat", "exp", "nbf", "jti"].includes(name)),
    fc.jsonValue(),
  );

  it("gives back what it read", () => {
    fc.assert(
      fc.property(others, documented, (unknown, properties) => {
        const claims = { ...unknown, ...properties };
        const native = fromClaims(claims);
        expect(toClaims(native)).toEqual(claims);
        expect(native.properties).toEqual(properties);
        const again = fromClaims(toClaims(native));
        expect([again.properties, again.unknown]).toEqual([native.properties, native.unknown]);
      }),
    );
  });

  it("reads anything at all without failing, and settles after one reading", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("permissions", "roles", "version", "exp", "roomId", "x"), fc.jsonValue()),
        (claims) => {
          const native = fromClaims(claims);
          const again = fromClaims(toClaims(native));
          expect([again.properties, again.unknown]).toEqual([native.properties, native.unknown]);
        },
      ),
    );
  });
});

import { AccessTokenBuilder, decodeToken, Grant, generateToken } from "@videosdk.live/server-sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { apiKey, grant, now, provider, roomId, secret } from "./testing/provider.js";

// The vendor's package looks at the machine's clock.
beforeEach(() => {
  vi.useFakeTimers({ now: now * 1000, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const build = (): AccessTokenBuilder => new AccessTokenBuilder({ apiKey, secret });
const verdict = (token: string, expected = {}): Promise<string> => outcomeOf(() => provider().verify(token, expected));
const warningsOf = (token: string): string[] =>
  provider()
    .inspect(token)
    .warnings.map(({ id }) => id);

describe("a token of VideoSDK's own builder", () => {
  it("makes a moderator of whoever holds it, in every room, when nothing is said", async () => {
    const token = build().toJwt();
    const verified = await provider().verify(token);
    expect(verified.properties).toEqual({
      apikey: apiKey,
      permissions: ["allow_join", "allow_mod"],
      version: 2,
      roles: ["rtc"],
      iat: now,
      exp: now + 86_400,
    });
    expect(verified.grant).toEqual({
      purpose: ["participant"],
      room: { any: true },
      expiresAt: now + 86_400,
      entry: "direct",
      rights: { moderate: { media: true } },
    });
    expect(warningsOf(token).sort()).toEqual(["lint.every-room", "lint.moderator-without-identity"]);
  });

  it("that says everything says what one that is signed here says", async () => {
    const token = build()
      .setParticipant("u_1")
      .forRoom(roomId)
      .grant(Grant.AllowJoin, Grant.AllowMod)
      .expiresIn("1h")
      .toJwt();
    const rights = { moderate: { media: true, remove: true } } as const;
    const ours = await provider().issue(grant({ participant: { id: "u_1" }, rights }));
    expect(decodeToken(token)).toEqual(decodeToken(ours.token));
    expect((await provider().verify(token)).grant).toEqual(ours.grant);
    expect(warningsOf(token)).toEqual(["videosdk.participant-id-must-match"]);
  });

  it("for a lobby guest is verified", async () => {
    const token = build().forRoom(roomId).grant(Grant.AskJoin).expiresIn(3600).toJwt();
    expect((await provider().verify(token, { room: roomId })).grant.entry).toBe("ask");
    expect(decodeToken(token)).toEqual(decodeToken((await provider().issue(grant({ entry: "ask" }))).token));
  });

  it("for the server API is none for a participant", async () => {
    for (const token of [build().forApi().toJwt(), generateToken({ apiKey, secretKey: secret })]) {
      expect(decodeToken(token)).toMatchObject({ roles: ["crawler"], permissions: ["allow_join", "allow_mod"] });
      expect(await verdict(token)).toBe("policy.purpose purpose");
      const verified = await provider().verify(token, { purpose: "api" });
      expect(verified.grant.purpose).toEqual(["api"]);
    }
  });

  it("with a custom claim keeps it, unread", async () => {
    const token = build().grant("allow_join").setClaim("email_id", "a@example.org").toJwt();
    expect((await provider().verify(token)).unknown).toEqual({ email_id: "a@example.org" });
  });

  it("for another project, or with another secret, is not ours", async () => {
    const other = new AccessTokenBuilder({ apiKey: "another", secret }).toJwt();
    expect(await verdict(other)).toBe("policy.tenant issuance.tenant");
    const forged = new AccessTokenBuilder({ apiKey, secret: "TEST-ONLY-some-other-secret-altogether" }).toJwt();
    expect(await verdict(forged)).toBe("signature.mismatch");
  });

  it("lives for as long as it says", async () => {
    const token = build().expiresIn("15m").toJwt();
    expect(await verdict(token, { now: now + 900 + 29 })).toBe("ok");
    expect(await verdict(token, { now: now + 900 + 30 })).toBe("token.expired claims.exp");
    const endless = build().expiresIn("100y").toJwt();
    expect(await verdict(endless)).toBe("ok");
    expect(warningsOf(endless)).toContain("lint.long-life");
  });
});

describe("what VideoSDK's own package signs without complaint", () => {
  const project = { apiKey, secretKey: secret };

  it.each<[string, () => string, string]>([
    [
      "a permission that there is not",
      () => build().grant("allow_live_stream").toJwt(),
      "claims.unknown-value permissions[0]",
    ],
    [
      "one such among others",
      () => build().grant("allow_join", "allow_record").toJwt(),
      "claims.unknown-value permissions[1]",
    ],
    ["a permission in capitals", () => build().grant("ALLOW_JOIN").toJwt(), "claims.unknown-value permissions[0]"],
    ["moderating without joining", () => build().grant(Grant.AllowMod).toJwt(), "claims.invalid permissions"],
    ["no permission at all", () => generateToken({ ...project, permissions: [] }), "claims.invalid permissions"],
    ["a life of no seconds", () => build().expiresIn("0s").toJwt(), "token.expired claims.exp"],
    ["a life of half a second", () => build().expiresIn(0.5).toJwt(), "token.expired claims.exp"],
    [
      "another project's name in its claims",
      () => build().setClaim("apikey", "another").toJwt(),
      "policy.tenant issuance.tenant",
    ],
    [
      "permissions that are a switch",
      () => build().setClaim("permissions", true).toJwt(),
      "claims.invalid permissions",
    ],
    ["a version that there is not", () => build().setClaim("version", 3).toJwt(), "claims.unknown-value version"],
    [
      "a role that there is not",
      () => generateToken({ ...project, roles: ["admin"] }),
      "claims.unknown-value roles[0]",
    ],
    [
      "a not-before in milliseconds",
      () =>
        build()
          .setClaim("nbf", now * 1000)
          .toJwt(),
      "claims.milliseconds claims.nbf",
    ],
  ])("%s", async (_what, sign, outcome) => {
    expect(await verdict(sign(), { clockToleranceSeconds: 0 })).toBe(outcome);
  });

  it("`ask_join` beside moderating: it is read as asking, warned of, and never signed here", async () => {
    const token = build().grant(Grant.AskJoin, Grant.AllowMod).toJwt();
    const verified = await provider().verify(token);
    expect(verified.grant.entry).toBe("ask");
    expect(verified.grant.rights).toBeUndefined();
    expect(warningsOf(token)).toContain("lint.ask-join-combined");
    const rights = { moderate: { media: true, remove: true } } as const;
    expect(await outcomeOf(() => provider().issue(grant({ entry: "ask", rights }) as never))).toMatch(/^grant\./);
  });

  it("no role at all: it is promised to participants only, and warned of", async () => {
    const token = generateToken({ ...project, roles: [] });
    expect(warningsOf(token)).toContain("videosdk.empty-roles");
    expect((await provider().verify(token)).grant.purpose).toEqual(["participant"]);
    expect(await verdict(token, { purpose: "api" })).toBe("policy.purpose purpose");
  });
});

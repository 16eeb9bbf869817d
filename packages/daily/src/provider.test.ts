import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { daily } from "./adapter.js";
import { createDaily, type DailySettings } from "./provider.js";
import {
  apiKey,
  domainId,
  grant,
  now,
  oldKey,
  otherDomainId,
  requesting,
  signing,
  tokenOf,
} from "./testing/provider.js";

beforeEach(() => {
  vi.stubEnv("DAILY_API_KEY", "");
  vi.stubEnv("DAILY_DOMAIN_ID", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const made = (settings: unknown): Promise<string> => outcomeOf(() => createDaily(settings as DailySettings));

describe("the settings", () => {
  it("choose the method: signing where a domain id is known, else a request", () => {
    expect(createDaily({ apiKey }).method).toBe("request");
    expect(createDaily({ apiKey }).tenant).toBeUndefined();
    expect(createDaily({ apiKey, domainId }).method).toBe("sign");
    expect(createDaily({ apiKey, domainId, method: "request" })).toMatchObject({ method: "request", tenant: domainId });
    expect(createDaily({ apiKey, domainId }).adapter).toBe(daily);
  });

  it("come from the environment where they are left out", async () => {
    vi.stubEnv("DAILY_API_KEY", apiKey);
    expect(createDaily()).toMatchObject({ method: "request", tenant: undefined });
    vi.stubEnv("DAILY_DOMAIN_ID", domainId);
    const provider = createDaily({ clock: () => now });
    expect(provider).toMatchObject({ method: "sign", tenant: domainId });
    expect((await provider.verify(tokenOf())).issuance.tenant).toBe(domainId);
    expect(createDaily({ method: "request" }).tenant).toBe(domainId);
    expect(createDaily({ domainId: otherDomainId }).tenant).toBe(otherDomainId);
  });

  it("that are there but empty do not fall back on the environment", async () => {
    vi.stubEnv("DAILY_API_KEY", apiKey);
    vi.stubEnv("DAILY_DOMAIN_ID", domainId);
    for (const empty of ["", " ", null, false, 0, []]) expect(await made({ apiKey: empty })).toBe("key.empty apiKey");
    for (const empty of ["", null, false, 0]) {
      expect(await made({ domainId: empty })).toBe("provider.settings domainId");
    }
    expect(await made({ method: null })).toBe("provider.settings method");
    expect(await made({ clock: null })).toBe("provider.settings clock");
  });

  it.each<[string, unknown, string]>([
    ["no key", {}, "key.empty apiKey"],
    ["a key that is a number", { apiKey: 7 }, "key.empty apiKey"],
    ["a key with a line break", { apiKey: `${apiKey}\n` }, "key.unsuitable apiKey"],
    ["a key that cannot stand in a header", { apiKey: `${apiKey}\u{1f511}` }, "key.unsuitable apiKey"],
    ["an old key that is empty", { apiKey: [apiKey, ""] }, "key.empty apiKey"],
    ["an old key with a line break", { apiKey: [apiKey, `${oldKey}\r\n`] }, "key.unsuitable apiKey"],
    ["a key of another kind", { apiKey: "-----BEGIN PRIVATE KEY----- MIIE" }, "key.unsuitable secret"],
    ["signing without a domain", { apiKey, method: "sign" }, "provider.settings domainId"],
    ["a domain by its name", { apiKey, domainId: "acme" }, "provider.settings domainId"],
    ["a domain id in braces", { apiKey, domainId: `{${domainId}}` }, "provider.settings domainId"],
    ["a domain id with a line break", { apiKey, domainId: `${domainId}\n` }, "provider.settings domainId"],
    ["a domain id without hyphens", { apiKey, domainId: domainId.replaceAll("-", "") }, "provider.settings domainId"],
    ["a domain id in a list", { apiKey, domainId: [domainId] }, "provider.settings domainId"],
    [
      "a domain that is no id in request mode",
      { apiKey, method: "request", domainId: "x" },
      "provider.settings domainId",
    ],
    ["a misspelt method", { apiKey, domainId, method: "sing" }, "provider.settings method"],
    ["a clock that is a number", { apiKey, clock: now }, "provider.settings clock"],
  ])("with %s are refused", async (_what, settings, outcome) => {
    expect(await made(settings)).toBe(outcome);
  });

  it("name the way out", async () => {
    expect(await errorOf(() => createDaily())).toMatchObject({ cure: "Pass `apiKey` or set DAILY_API_KEY." });
    expect((await errorOf(() => createDaily({ apiKey, method: "sign" }))).cure).toContain("`domain()`");
    expect((await errorOf(() => createDaily({ apiKey, domainId: "acme" }))).cure).toContain(
      "GET https://api.daily.co/v1/",
    );
  });

  it("never make a provider with a broken clock mint or read", async () => {
    for (const time of [Number.NaN, 0, now * 1000, now + 0.5, undefined, "soon"]) {
      const clock = (): number => time as number;
      for (const provider of [signing({ clock }), requesting({ clock })]) {
        expect(await outcomeOf(() => provider.issue(grant()))).toBe("clock.invalid clock");
        expect(await outcomeOf(() => provider.plan(grant()))).toBe("clock.invalid clock");
        expect(await outcomeOf(() => provider.verify(tokenOf()))).toBe("clock.invalid clock");
        expect(await outcomeOf(() => provider.inspect(tokenOf()))).toBe("clock.invalid clock");
      }
    }
  });
});

describe("a token that is signed here", () => {
  it("has a room, an expiry, the domain and the time of issue, and nothing that was not asked for", async () => {
    const issued = await signing().issue(grant());
    expect(
      issued.token
        .split(".")
        .map((part) => Buffer.from(part, "base64url").toString())
        .slice(0, 2),
    ).toEqual(['{"alg":"HS256","typ":"JWT"}', `{"exp":${now + 3600},"r":"standup","d":"${domainId}","iat":${now}}`]);
    expect(issued).toMatchObject({ vendor: "daily", verified: true, expiresAt: now + 3600, report: [] });
  });

  it("needs a room and an expiry to be said, every room and never among them", async () => {
    const provider = signing();
    const outcome = (input: unknown): Promise<string> => outcomeOf(() => provider.issue(input as never));
    expect(await outcome({})).toBe("grant.missing room");
    expect(await outcome({ expiresIn: "1h" })).toBe("grant.missing room");
    expect(await outcome({ room: "standup" })).toBe("grant.missing expiresAt");
    expect(await outcome({ room: { any: true }, expiresIn: "1h" })).toBe("ok");
    expect(await outcome({ room: "standup", expiresAt: null })).toBe("ok");
    const { warnings, expiresAt } = await provider.issue({ room: { any: true }, expiresAt: null });
    expect(expiresAt).toBeNull();
    expect(warnings.map(({ id }) => id)).toEqual(expect.arrayContaining(["lint.every-room", "lint.never-expires"]));
  });

  it.each<[string, Parameters<typeof grant>[0], string]>([
    ["the hair check", { extensions: { daily: { enable_prejoin_ui: true } } }, "extensions.daily.enable_prejoin_ui"],
    [
      "the captions button",
      { extensions: { daily: { enable_live_captions_ui: false } } },
      "extensions.daily.enable_live_captions_ui",
    ],
    [
      "terse logging",
      { extensions: { daily: { enable_terse_logging: true } } },
      "extensions.daily.enable_terse_logging",
    ],
    [
      "recording options",
      { extensions: { daily: { start_cloud_recording_opts: { width: 1280 } } } },
      "extensions.daily.start_cloud_recording_opts",
    ],
    ["two ways to record", { rights: { record: ["cloud", "rawTracks"] } }, "rights.record"],
  ])("cannot carry %s, which a request can", async (_what, changes, path) => {
    const error = await errorOf(() => signing().issue(grant(changes)));
    expect(error).toMatchObject({
      code: "grant.unsupported",
      path,
      cure: expect.stringContaining("by a request to Daily"),
    });
    expect(signing().plan(grant(changes)).body).toMatchObject({ properties: { room_name: "standup" } });
  });

  it("tells whoever withholds something from an owner why the token cannot be one's", async () => {
    const host = { admit: true, moderate: true, livestream: true, transcribe: true } as const;
    const wanted = grant({ rights: { ...host, publish: ["camera"] } });
    expect(await errorOf(() => signing().issue(wanted))).toMatchObject({
      path: "rights.admit",
      cure: expect.stringContaining("withholds nothing from an owner but the screen"),
    });
    const { properties } = await signing().issue(grant({ rights: { ...host, publish: { screen: false } } }));
    expect(properties).toMatchObject({ is_owner: true, enable_screenshare: false });
  });

  it("says all that it cannot carry at once", async () => {
    const flags = { enable_prejoin_ui: true, enable_live_captions_ui: true, enable_terse_logging: true };
    const error = await errorOf(() => signing().issue(grant({ extensions: { daily: flags } })));
    const { issues } = error.details as { issues: readonly { readonly path: string }[] };
    expect(issues.map(({ path }) => path).sort()).toEqual(
      Object.keys(flags)
        .map((name) => `extensions.daily.${name}`)
        .sort(),
    );
  });
});

describe("rotation", () => {
  const rotated = signing({ apiKey: [apiKey, oldKey] });

  it("signs with the first key and verifies with all of them", async () => {
    const { token } = await rotated.issue(grant());
    expect(await outcomeOf(() => signing().verify(token))).toBe("ok");
    expect(await outcomeOf(() => signing({ apiKey: oldKey }).verify(token))).toBe("signature.mismatch");
    expect(await outcomeOf(() => rotated.verify(tokenOf({}, oldKey)))).toBe("ok");
    expect(await outcomeOf(() => rotated.verify(tokenOf({}, "TEST-ONLY-some-third-key-0123456789")))).toBe(
      "signature.mismatch",
    );
  });

  it("ends when the old key is taken out", async () => {
    expect(await outcomeOf(() => signing().verify(tokenOf({}, oldKey)))).toBe("signature.mismatch");
  });

  it("warns of a key that is shorter than its signatures", async () => {
    const { warnings } = await signing({ apiKey: "TEST-ONLY-short" }).issue(grant());
    expect(warnings.map(({ id }) => id)).toContain("lint.short-key");
  });
});

describe("a token that this key did not sign", () => {
  it("is not called a forgery: Daily may have signed it", async () => {
    const error = await errorOf(() => signing().verify(tokenOf({}, oldKey)));
    expect(error.toJSON()).toEqual({
      name: "RoompassError",
      code: "signature.mismatch",
      message: "The token is not self-signed with this key; it may be Daily-signed.",
      cure: "Ask Daily itself: `validate(token)`, which calls the validate endpoint.",
    });
  });

  it("is told apart from one of another domain, whoever signed that", async () => {
    expect(await outcomeOf(() => signing().verify(tokenOf({ d: otherDomainId })))).toBe(
      "policy.tenant issuance.tenant",
    );
    expect(await outcomeOf(() => signing().verify(tokenOf({ d: undefined })))).toBe("policy.tenant issuance.tenant");
    expect(await outcomeOf(() => signing({ domainId: otherDomainId }).verify(tokenOf()))).toBe(
      "policy.tenant issuance.tenant",
    );
  });
});

describe("verifying here", () => {
  const verdict = (claims: Record<string, unknown>, expected = {}): Promise<string> =>
    outcomeOf(() => signing().verify(tokenOf(claims), expected));

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
    ["of an hour", {}, {}, "ok"],
    ["in its last tolerated second", { exp: now - 29 }, {}, "ok"],
    ["at the end of the tolerance", { exp: now - 30 }, {}, "token.expired claims.exp"],
    ["at its expiry without tolerance", { exp: now }, { clockToleranceSeconds: 0 }, "token.expired claims.exp"],
    ["that never expires", { exp: undefined }, {}, "claims.missing-expiry expiresAt"],
    ["that never expires, where that is accepted", { exp: undefined }, { allowNoExpiry: true }, "ok"],
    ["that begins later", { nbf: now + 31 }, {}, "token.not-yet-valid claims.nbf"],
    ["that begins later, where that is accepted", { nbf: now + 31 }, { ignoreNotBefore: true }, "ok"],
    ["for the expected room", {}, { room: "standup" }, "ok"],
    ["for another room", {}, { room: "boardroom" }, "policy.room room"],
    ["for every room", { r: undefined }, { room: "boardroom" }, "ok"],
    ["of the expected participant", { ud: "u_1" }, { participantId: "u_1" }, "ok"],
    ["of whoever holds it", {}, { participantId: "u_1" }, "policy.participant participant.id"],
    ["for the server API, which no Daily token is", {}, { purpose: "api" }, "policy.purpose purpose"],
    ["with an owner flag that is a text", { o: "true" }, {}, "claims.invalid o"],
    ["with a recording that nobody documents", { er: "off" }, {}, "claims.unknown-value er"],
  ])("a token %s", async (_what, claims, expected, outcome) => {
    expect(await verdict(claims, expected)).toBe(outcome);
  });

  it("refuses expectations that are none, whichever way it verifies", async () => {
    for (const provider of [signing(), requesting()]) {
      for (const odd of [null, "standup", [], { rooms: "standup" }, { room: "" }, { room: null }]) {
        expect(await outcomeOf(() => provider.verify(tokenOf(), odd as never))).toMatch(/^provider\.settings /);
        expect(await outcomeOf(() => provider.validate(tokenOf(), odd as never))).toMatch(/^provider\.settings /);
      }
      expect(await outcomeOf(() => provider.validate(tokenOf(), { now: null } as never))).toMatch(/^clock\.invalid /);
    }
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { videosdk } from "./adapter.js";
import { createVideoSDK, type VideosdkSettings } from "./provider.js";
import { apiKey, grant, now, oldSecret, provider, roomId, secret, tokenOf } from "./testing/provider.js";

beforeEach(() => {
  vi.stubEnv("VIDEOSDK_API_KEY", "");
  vi.stubEnv("VIDEOSDK_SECRET", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const made = (settings: unknown): Promise<string> => outcomeOf(() => createVideoSDK(settings as VideosdkSettings));
const outcome = (input: unknown): Promise<string> => outcomeOf(() => provider().issue(input as never));

describe("the settings", () => {
  it("are the project's API key and its secret", () => {
    expect(createVideoSDK({ apiKey, secret })).toMatchObject({ tenant: apiKey, method: "sign" });
    expect(createVideoSDK({ apiKey, secret }).adapter).toBe(videosdk);
  });

  it("come from the environment where they are left out", async () => {
    vi.stubEnv("VIDEOSDK_API_KEY", apiKey);
    expect(await made({})).toBe("key.empty secret");
    vi.stubEnv("VIDEOSDK_SECRET", secret);
    expect((await createVideoSDK({ clock: () => now }).verify(tokenOf())).issuance.tenant).toBe(apiKey);
    expect(createVideoSDK({ apiKey: "another" }).tenant).toBe("another");
    const other = createVideoSDK({ secret: oldSecret, clock: () => now });
    expect(await outcomeOf(() => other.verify(tokenOf()))).toBe("signature.mismatch");
  });

  it("that are there but empty do not fall back on the environment", async () => {
    vi.stubEnv("VIDEOSDK_API_KEY", apiKey);
    vi.stubEnv("VIDEOSDK_SECRET", secret);
    for (const empty of ["", " ", null, false, 0]) {
      expect(await made({ apiKey: empty })).toBe("provider.settings apiKey");
      expect(await made({ secret: empty })).toBe("key.empty secret");
    }
    expect(await made({ secret: [] })).toBe("key.empty keys");
    expect(await made({ clock: null })).toBe("provider.settings clock");
  });

  it.each<[string, unknown, string]>([
    ["neither", {}, "provider.settings apiKey"],
    ["no API key", { secret }, "provider.settings apiKey"],
    ["no secret", { apiKey }, "key.empty secret"],
    ["an API key with a line break", { apiKey: `${apiKey}\n`, secret }, "provider.settings apiKey"],
    ["an API key of two words", { apiKey: "two words", secret }, "provider.settings apiKey"],
    ["an API key in a list", { apiKey: [apiKey], secret }, "provider.settings apiKey"],
    ["an old secret that is empty", { apiKey, secret: [secret, ""] }, "key.empty secret"],
    ["an empty list of bytes", { apiKey, secret: new Uint8Array() }, "key.empty secret"],
    ["NULs only", { apiKey, secret: new Uint8Array(32) }, "key.empty secret"],
    ["a key of another kind", { apiKey, secret: "-----BEGIN PUBLIC KEY----- MIIB" }, "key.unsuitable secret"],
    ["hexadecimals that are none", { apiKey, secret: { hex: "xyz" } }, "key.unsuitable secret"],
    ["a number", { apiKey, secret: 7 }, "key.unsuitable secret"],
    ["a clock that is a number", { apiKey, secret, clock: now }, "provider.settings clock"],
    ["the wish to mint by a request", { apiKey, secret, method: "request" }, "provider.unsupported method"],
    ["a method that is null", { apiKey, secret, method: null }, "provider.unsupported method"],
  ])("with %s are refused", async (_what, settings, expected) => {
    expect(await made(settings)).toBe(expected);
  });

  it("name the way out", async () => {
    expect((await errorOf(() => createVideoSDK())).cure).toBe("Pass `apiKey` or set VIDEOSDK_API_KEY.");
    expect((await errorOf(() => createVideoSDK({ apiKey }))).cure).toBe("Pass `secret` or set VIDEOSDK_SECRET.");
  });

  it("may say that tokens are signed, which they always are", async () => {
    expect(await made({ apiKey, secret, method: "sign" })).toBe("ok");
  });

  it("never make a provider with a broken clock mint or read", async () => {
    for (const time of [Number.NaN, 0, now * 1000, now + 0.5, undefined]) {
      const broken = provider({ clock: () => time as number });
      expect(await outcomeOf(() => broken.issue(grant()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.verify(tokenOf()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.inspect(tokenOf()))).toBe("clock.invalid clock");
    }
  });
});

describe("the secret", () => {
  it("is text as the dashboard shows it, or bytes, or what is decoded by name", async () => {
    const bytes = new TextEncoder().encode(secret);
    const forms: readonly NonNullable<VideosdkSettings["secret"]>[] = [
      secret,
      bytes,
      Buffer.from(secret),
      { hex: Buffer.from(secret).toString("hex") },
      { base64: Buffer.from(secret).toString("base64") },
      { base64url: Buffer.from(secret).toString("base64url") },
      [secret],
    ];
    for (const form of forms) {
      expect((await provider({ secret: form }).issue(grant())).token).toBe((await provider().issue(grant())).token);
    }
  });

  it("that is written in hexadecimals is not decoded by itself", async () => {
    const hex = Buffer.from(secret).toString("hex");
    const { token } = await provider({ secret: hex }).issue(grant());
    expect(await outcomeOf(() => provider({ secret: Buffer.from(hex) }).verify(token))).toBe("ok");
    expect(await outcomeOf(() => provider().verify(token))).toBe("signature.mismatch");
  });

  it("with a line break behind it is used as it is, and warned of", async () => {
    const { warnings } = await provider({ secret: `${secret}\n` }).issue(grant());
    expect(warnings.map(({ id }) => id)).toContain("lint.secret-whitespace");
  });

  it("can be one of several, of which the first signs and all verify", async () => {
    const rotated = provider({ secret: [secret, oldSecret] });
    const { token } = await rotated.issue(grant());
    expect(await outcomeOf(() => provider().verify(token))).toBe("ok");
    expect(await outcomeOf(() => provider({ secret: oldSecret }).verify(token))).toBe("signature.mismatch");
    expect(await outcomeOf(() => rotated.verify(tokenOf({}, oldSecret)))).toBe("ok");
    expect(await outcomeOf(() => provider().verify(tokenOf({}, oldSecret)))).toBe("signature.mismatch");
  });
});

describe("a token that is signed here", () => {
  it("says what was asked for, in the order of the vendor's own package", async () => {
    const issued = await provider().issue(grant({ participant: { id: "lxvdplwt" } }));
    const [header, claims] = issued.token.split(".").map((part) => Buffer.from(part, "base64url").toString());
    expect(header).toBe('{"alg":"HS256","typ":"JWT"}');
    expect(claims).toBe(
      `{"apikey":"${apiKey}","permissions":["allow_join"],"version":2,"roomId":"${roomId}",` +
        `"participantId":"lxvdplwt","roles":["rtc"],"iat":${now},"exp":${now + 3600}}`,
    );
    expect(issued).toMatchObject({ vendor: "videosdk", verified: true, expiresAt: now + 3600, report: [] });
  });

  it.each<[string, Parameters<typeof grant>[0], readonly string[], readonly string[]]>([
    ["a guest", {}, ["allow_join"], ["rtc"]],
    ["a guest who has to ask", { entry: "ask" }, ["ask_join"], ["rtc"]],
    ["a moderator", { rights: { moderate: { media: true, remove: true } } }, ["allow_join", "allow_mod"], ["rtc"]],
    ["a server", { purpose: "api" }, ["allow_join"], ["crawler"]],
    ["a server that joins", { purpose: ["api", "participant"] }, ["allow_join"], ["crawler", "rtc"]],
  ])("gives %s these permissions and roles", async (_who, changes, permissions, roles) => {
    const { properties } = await provider().issue(grant(changes));
    expect(properties).toMatchObject({ permissions, roles, version: 2 });
  });

  it("never has a permission by default: how its holder enters has to be said", async () => {
    expect(await outcome({})).toBe("grant.missing room");
    expect(await outcome({ room: roomId, expiresIn: "1h" })).toBe("grant.missing entry");
    expect(await outcome({ room: roomId, expiresIn: "1h", purpose: "api" })).toBe("grant.missing entry");
    for (const entry of ["", null, false, "allow_join", ["direct"]]) {
      expect(await outcome(grant({ entry: entry as never }))).toMatch(/^grant\.\S+ entry$/);
    }
  });

  it("is for every room only where that is said", async () => {
    expect(await outcome({ expiresIn: "1h", entry: "direct" })).toBe("grant.missing room");
    expect(await outcome(grant({ room: "" }))).toMatch(/^grant\.\S+ room$/);
    expect((await provider().issue(grant({ room: { any: true } }))).properties).not.toHaveProperty("roomId");
  });

  it("expires, unless somebody says out loud that it never does", async () => {
    expect(await outcome({ room: roomId, entry: "direct" })).toBe("grant.missing expiresAt");
    for (const expiresIn of [0, "0s", -1, null, "", "1.5h", Number.NaN]) {
      expect(await outcome(grant({ expiresIn: expiresIn as never }))).toMatch(/^grant\./);
    }
    const forEver = await provider().issue({ room: roomId, entry: "direct", expiresAt: null });
    expect(forEver.expiresAt).toBeNull();
    expect(forEver.properties).not.toHaveProperty("exp");
    expect(forEver.warnings.map(({ id }) => id)).toContain("lint.never-expires");
  });

  it("is bound to an id that VideoSDK takes, and that is never changed", async () => {
    for (const id of ["", " ", "two words", "a\tb", "a\n", "\u00a0"]) {
      expect(await outcome(grant({ participant: { id } }))).toBe("grant.invalid participant.id");
    }
    for (const id of ["u_1", "Zoë", "x".repeat(500), "a@example.org"]) {
      expect((await provider().issue(grant({ participant: { id } }))).properties.participantId).toBe(id);
    }
    const { warnings } = await provider().issue(grant({ participant: { id: "u_1" } }));
    expect(warnings.map(({ id }) => id)).toContain("videosdk.participant-id-must-match");
  });

  it("does not promise what no token can hold", async () => {
    const asked: readonly (readonly [object, string])[] = [
      [{ rights: { publish: { camera: false } } }, "rights.publish.camera"],
      [{ rights: { subscribe: false } }, "rights.subscribe"],
      [{ rights: { record: false } }, "rights.record"],
      [{ rights: { moderate: { media: true } } }, "rights.moderate.media"],
      [{ notBefore: now + 60 }, "notBefore"],
      [{ stay: { maxSeconds: 60 } }, "stay.maxSeconds"],
    ];
    for (const [changes, path] of asked) {
      const error = await errorOf(() => provider().issue({ ...grant(), ...changes } as never));
      expect(error.code).toBe("grant.unsupported");
      const { issues } = error.details as { issues: readonly { readonly path: string }[] };
      expect(issues.map((issue) => issue.path)).toContain(path);
    }
  });
});

it("tells who wants a moderator that has to ask why there is none", async () => {
  const rights = { moderate: { media: true, remove: true } };
  const error = await errorOf(() => provider().issue(grant({ entry: "ask", rights })));
  expect(error).toMatchObject({ code: "grant.unsupported", path: "rights.moderate.media" });
  expect(error.cure).toContain('only with `entry: "direct"`');
});

describe("verifying", () => {
  const verdict = (claims: object, expected = {}, header?: Record<string, unknown>): Promise<string> =>
    outcomeOf(() => provider().verify(tokenOf(claims as Record<string, unknown>, secret, header), expected));

  it.each<[string, object, object, string]>([
    ["of an hour", {}, {}, "ok"],
    ["in its last tolerated second", { exp: now - 29 }, {}, "ok"],
    ["at the end of the tolerance", { exp: now - 30 }, {}, "token.expired claims.exp"],
    ["in the last second of its life", { exp: now + 1 }, { clockToleranceSeconds: 0 }, "ok"],
    ["at its expiry without tolerance", { exp: now }, { clockToleranceSeconds: 0 }, "token.expired claims.exp"],
    ["within a tolerance of its own", { exp: now - 60 }, { clockToleranceSeconds: 61 }, "ok"],
    ["issued a little ahead", { iat: now + 30 }, {}, "ok"],
    ["issued too far ahead", { iat: now + 31 }, {}, "claims.issued-in-future claims.iat"],
    ["that never expires", { exp: undefined }, {}, "claims.missing-expiry expiresAt"],
    ["that never expires, where that is accepted", { exp: undefined }, { allowNoExpiry: true }, "ok"],
    ["with an expiry that is a text", { exp: String(now + 60) }, {}, "claims.not-a-date claims.exp"],
    ["that begins later, though VideoSDK may not care", { nbf: now + 31 }, {}, "token.not-yet-valid claims.nbf"],
    ["of another project", { apikey: "another" }, {}, "policy.tenant issuance.tenant"],
    ["of a project in another spelling", { apikey: apiKey.toLowerCase() }, {}, "policy.tenant issuance.tenant"],
    ["of no project", { apikey: undefined }, {}, "policy.tenant issuance.tenant"],
    ["of an empty project", { apikey: "" }, {}, "claims.invalid apikey"],
    ["for the expected room", {}, { room: roomId }, "ok"],
    ["for another room", {}, { room: "aaaa-bbbb-cccc" }, "policy.room room"],
    ["for every room", { roomId: undefined }, { room: roomId }, "ok"],
    ["of the expected participant", { participantId: "u_1" }, { participantId: "u_1" }, "ok"],
    ["of another participant", { participantId: "u_2" }, { participantId: "u_1" }, "policy.participant participant.id"],
    [
      "of a participant who is perhaps not held to it",
      { participantId: "u_1", version: undefined },
      { participantId: "u_1" },
      "policy.participant participant.id",
    ],
    ["for a server", { roles: ["crawler"] }, { purpose: "api" }, "ok"],
    ["for a server, shown by a participant", { roles: ["crawler"] }, {}, "policy.purpose purpose"],
    ["for a participant, shown by a server", {}, { purpose: "api" }, "policy.purpose purpose"],
    ["for both", { roles: ["crawler", "rtc"] }, { purpose: "api" }, "ok"],
    ["without a permission", { permissions: undefined }, {}, "claims.invalid permissions"],
    ["with an empty list of permissions", { permissions: [] }, {}, "claims.invalid permissions"],
    [
      "with a permission that there is not",
      { permissions: ["allow_join", "allow_record"] },
      {},
      "claims.unknown-value permissions[1]",
    ],
    ["with another version", { version: 3 }, {}, "claims.unknown-value version"],
  ])("a token %s", async (_what, claims, expected, result) => {
    expect(await verdict(claims, expected)).toBe(result);
  });

  it("refuses a token whose header says anything but HS256", async () => {
    for (const alg of ["none", "None", "HS512", "hs256", "RS256", ["HS256"], null]) {
      expect(await verdict({}, {}, { alg, typ: "JWT" })).toBe("header.algorithm header.alg");
    }
    expect(await verdict({}, {}, { alg: "HS256" })).toBe("ok");
    expect(await verdict({}, {}, { alg: "HS256", typ: "at+jwt" })).toBe("header.type header.typ");
    expect(await verdict({}, {}, { alg: "HS256", kid: "1" })).toBe("header.unsupported-member header.kid");
  });

  it("tells the wrong secret from the wrong project: the secret comes first", async () => {
    const other = provider({ apiKey: "another", secret: oldSecret });
    expect(await outcomeOf(() => other.verify(tokenOf()))).toBe("signature.mismatch");
    expect(await outcomeOf(() => provider({ apiKey: "another" }).verify(tokenOf()))).toBe(
      "policy.tenant issuance.tenant",
    );
  });
});

describe("a right that every participant has", () => {
  it("is to be left out, and no setting that would take it away is offered", async () => {
    const asked = { room: roomId, expiresIn: "1h", entry: "direct", rights: { subscribe: true } };
    const error = await errorOf(() => provider().issue(asked as never));
    expect(error).toMatchObject({ code: "grant.unsupported", path: "rights.subscribe" });
    const [issue] = (error.details as { readonly issues: readonly object[] }).issues;
    expect(issue).toMatchObject({ cure: "Leave it out: every participant may." });
    expect(issue).not.toHaveProperty("remedy");
  });
});

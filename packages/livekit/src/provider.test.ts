import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { livekit } from "./adapter.js";
import { createLiveKit, type LivekitSettings } from "./provider.js";
import { apiKey, apiSecret, grant, now, oldSecret, provider, room, tokenOf } from "./testing/provider.js";

beforeEach(() => {
  vi.stubEnv("LIVEKIT_API_KEY", "");
  vi.stubEnv("LIVEKIT_API_SECRET", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const made = (settings: unknown): Promise<string> => outcomeOf(() => createLiveKit(settings as LivekitSettings));
const outcome = (input: unknown): Promise<string> => outcomeOf(() => provider().issue(input as never));
const joining = { roomJoin: true, room };

describe("the settings", () => {
  it("are the API key and its secret", () => {
    expect(createLiveKit({ apiKey, apiSecret })).toMatchObject({ tenant: apiKey, method: "sign" });
    expect(createLiveKit({ apiKey, apiSecret }).adapter).toBe(livekit);
  });

  it("come from the environment where they are left out", async () => {
    vi.stubEnv("LIVEKIT_API_KEY", apiKey);
    expect(await made({})).toBe("key.empty apiSecret");
    vi.stubEnv("LIVEKIT_API_SECRET", apiSecret);
    expect((await createLiveKit({ clock: () => now }).verify(tokenOf())).issuance.tenant).toBe(apiKey);
    expect(createLiveKit({ apiKey: "another" }).tenant).toBe("another");
    const other = createLiveKit({ apiSecret: oldSecret, clock: () => now });
    expect(await outcomeOf(() => other.verify(tokenOf()))).toBe("signature.mismatch");
  });

  it("that are there but empty do not fall back on the environment", async () => {
    vi.stubEnv("LIVEKIT_API_KEY", apiKey);
    vi.stubEnv("LIVEKIT_API_SECRET", apiSecret);
    for (const empty of ["", " ", null, false, 0]) {
      expect(await made({ apiKey: empty })).toBe("provider.settings apiKey");
      expect(await made({ apiSecret: empty })).toMatch(/^key\.empty /);
    }
    expect(await made({ apiSecret: [] })).toBe("key.empty keys");
    expect(await made({ clock: null })).toBe("provider.settings clock");
  });

  it.each<[string, unknown, string]>([
    ["neither", {}, "provider.settings apiKey"],
    ["no API key", { apiSecret }, "provider.settings apiKey"],
    ["no secret", { apiKey }, "key.empty apiSecret"],
    ["an API key with a line break", { apiKey: `${apiKey}\n`, apiSecret }, "provider.settings apiKey"],
    ["an API key in a list", { apiKey: [apiKey], apiSecret }, "provider.settings apiKey"],
    ["a key of another kind", { apiKey, apiSecret: "-----BEGIN PUBLIC KEY----- MIIB" }, "key.unsuitable secret"],
    ["a number", { apiKey, apiSecret: 7 }, "key.unsuitable secret"],
    ["a clock that is a number", { apiKey, apiSecret, clock: now }, "provider.settings clock"],
    ["the wish to mint by a request", { apiKey, apiSecret, method: "request" }, "provider.unsupported method"],
    ["a method that is null", { apiKey, apiSecret, method: null }, "provider.unsupported method"],
  ])("with %s are refused", async (_what, settings, expected) => {
    expect(await made(settings)).toBe(expected);
  });

  it("name the way out", async () => {
    expect((await errorOf(() => createLiveKit())).cure).toBe("Pass `apiKey` or set LIVEKIT_API_KEY.");
    expect((await errorOf(() => createLiveKit({ apiKey }))).cure).toBe("Pass `apiSecret` or set LIVEKIT_API_SECRET.");
  });

  it("may say that tokens are signed, which they always are", async () => {
    expect(await made({ apiKey, apiSecret, method: "sign" })).toBe("ok");
  });

  it("never make a provider with a broken clock mint or read", async () => {
    for (const time of [Number.NaN, 0, now * 1000, now + 0.5, undefined]) {
      const broken = provider({ clock: () => time as number });
      expect(await outcomeOf(() => broken.issue(grant()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.verify(tokenOf()))).toBe("clock.invalid clock");
    }
  });
});

describe("the secret", () => {
  it("can be one of several, of which the first signs and all verify", async () => {
    const rotated = provider({ apiSecret: [apiSecret, oldSecret] });
    const { token } = await rotated.issue(grant());
    expect(await outcomeOf(() => provider().verify(token))).toBe("ok");
    expect(await outcomeOf(() => provider({ apiSecret: oldSecret }).verify(token))).toBe("signature.mismatch");
    expect(await outcomeOf(() => rotated.verify(tokenOf({}, oldSecret)))).toBe("ok");
    expect(await outcomeOf(() => provider().verify(tokenOf({}, oldSecret)))).toBe("signature.mismatch");
  });

  it("of LiveKit's development mode signs nothing without a warning", async () => {
    const { warnings } = await provider({ apiSecret: "secret" }).issue(grant());
    expect(warnings.map(({ id }) => id)).toContain("lint.short-key");
  });
});

describe("a token that is signed here", () => {
  it("says what was asked for", async () => {
    const issued = await provider().issue(grant({ participant: { id: "u_1", name: "Alice" } }));
    const [header, claims] = issued.token.split(".").map((part) => Buffer.from(part, "base64url").toString());
    expect(header).toBe('{"alg":"HS256","typ":"JWT"}');
    expect(claims).toBe(
      `{"iss":"${apiKey}","sub":"u_1","name":"Alice","video":{"roomJoin":true,"room":"standup"},` +
        `"iat":${now},"exp":${now + 3600}}`,
    );
    expect(issued).toMatchObject({ vendor: "livekit", verified: true, expiresAt: now + 3600, report: [] });
  });

  it("is for a room, a participant and a time that somebody said", async () => {
    expect(await outcome({})).toBe("grant.missing room");
    expect(await outcome({ room, expiresIn: "1h" })).toBe("grant.missing participant.id");
    expect(await outcome({ room, participant: { id: "u_1" } })).toBe("grant.missing expiresAt");
    expect(await outcome({ room, participant: { id: "u_1" }, expiresAt: null })).toBe("grant.unsupported expiresAt");
    expect(await outcome(grant({ room: "" }))).toMatch(/^grant\.\S+ room$/);
    expect(await outcome(grant({ room: { any: true } as never }))).toBe("grant.unsupported room");
    expect(await outcome(grant({ participant: { id: "" } }))).toMatch(/^grant\.\S+ participant\.id$/);
  });

  it("never withholds by an empty list", async () => {
    for (const publish of [false, [] as const]) {
      const { properties } = await provider().issue(grant({ rights: { publish } }));
      expect(properties.video).toEqual({ ...joining, canPublish: false });
    }
  });

  it("says what becomes of what was not mentioned", async () => {
    const { report } = await provider().issue(grant({ rights: { publish: { camera: true, screen: false } } }));
    expect(report.map(({ path, kind }) => `${kind} ${path}`)).toEqual(["narrowed rights.publish"]);
    const allowed = await provider().issue(grant({ rights: { publish: { camera: true } } }));
    expect(allowed.report.map(({ path, kind }) => `${kind} ${path}`)).toEqual(["assumed rights.publish.camera"]);
    expect(allowed.properties.video).toEqual(joining);
  });

  it("can be issued again from what was read, but for rights of the server", async () => {
    const extensions = { livekit: { attributes: { role: "host" }, canUpdateOwnMetadata: true } } as const;
    const rights = { publish: ["camera"], subscribe: true, moderate: true } as const;
    const first = await provider().issue(grant({ rights, extensions }));
    const again = await provider().issue((await provider().verify(first.token)).grant as never);
    expect(again.token).toBe(first.token);
  });
});

describe("verifying", () => {
  const verdict = (claims: object, expected = {}, header?: Record<string, unknown>): Promise<string> =>
    outcomeOf(() => provider().verify(tokenOf(claims as Record<string, unknown>, apiSecret, header), expected));
  const server = { sub: undefined, video: { roomList: true } };

  it.each<[string, object, object, string]>([
    ["of an hour", {}, {}, "ok"],
    ["in its last tolerated second", { exp: now - 29 }, {}, "ok"],
    ["at the end of the tolerance", { exp: now - 30 }, {}, "token.expired claims.exp"],
    ["that never expires", { exp: undefined }, {}, "claims.missing-expiry expiresAt"],
    ["that begins later", { nbf: now + 31 }, {}, "token.not-yet-valid claims.nbf"],
    ["issued too far ahead", { iat: now + 31 }, {}, "claims.issued-in-future claims.iat"],
    ["of another key", { iss: "another" }, {}, "policy.tenant issuance.tenant"],
    ["of no key", { iss: undefined }, {}, "policy.tenant issuance.tenant"],
    ["for the expected room", {}, { room }, "ok"],
    ["for another room", {}, { room: "retro" }, "policy.room room"],
    ["of the expected participant", {}, { participantId: "u_1" }, "ok"],
    ["of another participant", {}, { participantId: "u_2" }, "policy.participant participant.id"],
    ["for a server", server, { purpose: "api" }, "ok"],
    ["for a server, shown by a participant", server, {}, "policy.purpose purpose"],
    ["for a participant, shown by a server", {}, { purpose: "api" }, "policy.purpose purpose"],
    [
      "of an admin, shown by a server",
      { video: { ...joining, roomAdmin: true } },
      { purpose: "api" },
      "policy.purpose purpose",
    ],
    ["of an admin who does not join", { video: { room, roomAdmin: true } }, { purpose: "api", room }, "ok"],
    ["for both", { video: { ...joining, roomCreate: true } }, { purpose: "api" }, "ok"],
    ["with the identity where it used to be", { sub: undefined, jti: "u_1" }, { participantId: "u_1" }, "ok"],
    ["with another one there", { jti: "u_2" }, { participantId: "u_2" }, "policy.participant participant.id"],
    ["without an identity", { sub: undefined }, {}, "claims.invalid sub"],
    ["without a room", { video: { roomJoin: true } }, {}, "claims.invalid video.room"],
    ["without a grant", { video: undefined }, {}, "claims.invalid video"],
  ])("a token %s", async (_what, claims, expected, result) => {
    expect(await verdict(claims, expected)).toBe(result);
  });

  it("refuses a token whose header says anything but HS256", async () => {
    for (const alg of ["none", "HS512", "hs256", "RS256", ["HS256"], null]) {
      expect(await verdict({}, {}, { alg })).toBe("header.algorithm header.alg");
    }
    expect(await verdict({}, {}, { alg: "HS256", typ: "JWT" })).toBe("ok");
    expect(await verdict({}, {}, { alg: "HS256", typ: "at+jwt" })).toBe("header.type header.typ");
    expect(await verdict({}, {}, { alg: "HS256", kid: "1" })).toBe("header.unsupported-member header.kid");
  });
});

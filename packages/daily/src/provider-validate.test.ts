import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import {
  answering,
  apiKey,
  domainId,
  domainless,
  now,
  oldKey,
  otherDomainId,
  requesting,
  signing,
  silentNetwork,
  tokenOf,
} from "./testing/provider.js";

const silence = silentNetwork();

type Members = Readonly<Record<string, unknown>>;

/** Signed by Daily, with a key that nobody else has. */
const dailySigned = (claims: Members = {}): string => tokenOf(claims, "TEST-ONLY-the-key-that-only-Daily-has");
const usualAnswer = { room_name: "standup", exp: now + 3600 };
const base = "https://api.daily.co/v1/meeting-tokens";

describe("asking Daily about a token", () => {
  it("is one request with the token in its path and the key in its header", async () => {
    const { fetch, calls } = answering(usualAnswer);
    await requesting({ fetch, apiKey: [apiKey, oldKey] }).validate(dailySigned());
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      url: `${base}/${dailySigned()}`,
      init: { method: "GET", headers: { authorization: `Bearer ${apiKey}`, accept: "application/json" } },
    });
    expect(calls[0]!.init).not.toHaveProperty("body");
    expect(calls[0]!.init.redirect).toBe("error");
  });

  it("is what a provider that requests tokens does to verify, and what one that signs can do", async () => {
    const { fetch, calls } = answering(usualAnswer);
    const token = dailySigned();
    expect(await requesting({ fetch }).verify(token)).toEqual(await signing({ fetch }).validate(token));
    expect(calls).toHaveLength(2);
    expect(await outcomeOf(() => signing(silence).verify(token))).toBe("signature.mismatch");
    expect(silence.calls).toEqual([]);
  });

  it("gives a reading of the claims, not of the answer", async () => {
    const { fetch } = answering({ ...usualAnswer, is_owner: true, user_name: "Mallory", otcd: "x" });
    const verified = await requesting({ fetch }).validate(dailySigned({ u: "Mallory" }));
    expect(verified.verified).toBe(true);
    expect(verified.properties).toEqual({
      exp: now + 3600,
      room_name: "standup",
      user_name: "Mallory",
      domain_id: domainId,
      iat: now,
    });
    expect(verified.unknown).toEqual({});
  });

  it("does not happen for a token that is no good anyway", async () => {
    const rows: readonly (readonly [string, string])[] = [
      [`${dailySigned()} `, "token.bad-character"],
      [`../rooms?x=${dailySigned()}`, "token.bad-character"],
      [`${dailySigned()}/../../rooms`, "token.bad-character"],
      [dailySigned().slice(0, -44), "token.not-three-parts"],
      [tokenOf({}, apiKey, { alg: "none" }), "header.algorithm"],
      [dailySigned({ exp: now - 60 }), "token.expired"],
      [dailySigned({ exp: undefined }), "claims.missing-expiry"],
      [dailySigned({ nbf: now + 60 }), "token.not-yet-valid"],
      [dailySigned({ d: otherDomainId }), "policy.tenant"],
      [dailySigned({ o: 1 }), "claims.invalid"],
    ];
    for (const [token, code] of rows) {
      const outcome = await outcomeOf(() => requesting(silence).validate(token));
      expect(outcome.split(" ")[0], code).toBe(code);
    }
    expect(await outcomeOf(() => requesting(silence).validate(dailySigned(), { room: "x" }))).toBe("policy.room room");
    expect(silence.calls).toEqual([]);
  });

  it("leaves the domain to Daily where it is not known here", async () => {
    const { fetch } = answering(usualAnswer);
    const provider = domainless({ fetch });
    expect((await provider.validate(dailySigned({ d: otherDomainId }))).issuance.tenant).toBe(otherDomainId);
  });
});

describe("a not-before that lies ahead", () => {
  const token = dailySigned({ nbf: now + 900 });
  const answer = { ...usualAnswer, nbf: now + 900 };

  it("is refused here, before anybody is asked", async () => {
    expect(await outcomeOf(() => requesting(silence).validate(token))).toBe("token.not-yet-valid claims.nbf");
    expect(await outcomeOf(() => requesting(silence).validate(token, { ignoreNotBefore: false }))).toBe(
      "token.not-yet-valid claims.nbf",
    );
    expect(silence.calls).toEqual([]);
  });

  it("is passed over on request, here and at Daily", async () => {
    const { fetch, calls } = answering(answer);
    const verified = await requesting({ fetch }).validate(token, { ignoreNotBefore: true });
    expect(verified.grant.notBefore).toBe(now + 900);
    await signing({ fetch }).validate(token, { ignoreNotBefore: true });
    expect(calls.map(({ url }) => url)).toEqual([`${base}/${token}?ignoreNbf=true`, `${base}/${token}?ignoreNbf=true`]);
  });

  it("within the tolerance is for Daily to judge, which knows none", async () => {
    const soon = dailySigned({ nbf: now + 30 });
    const { fetch, calls } = answering({ error: "invalid-request-error" }, 400);
    expect(await outcomeOf(() => requesting({ fetch }).validate(soon))).toBe("request.rejected");
    expect(calls.map(({ url }) => url)).toEqual([`${base}/${soon}`]);
  });
});

describe("Daily's answer", () => {
  const verdict = (body: unknown, claims: Members = {}, status = 200): Promise<string> =>
    outcomeOf(() => requesting(answering(body, status)).validate(dailySigned(claims)));

  it.each<[string, Members, Members]>([
    ["that repeats everything", { ...usualAnswer, is_owner: true }, { o: true }],
    ["without what it does not repeat", { room_name: "standup" }, { o: true, ud: "u_1" }],
    ["without a flag that is false", { room_name: "standup" }, { o: false, k: false }],
    ["with more than the token says", { ...usualAnswer, start_video_off: false, lang: "en" }, {}],
    ["with nulls for what is unset", { ...usualAnswer, user_name: null, nbf: null }, { u: "Alice" }],
    ["in short names, should it have those", { r: "standup", exp: now + 3600, o: true }, { o: true }],
    ["with permissions in whatever spelling", { ...usualAnswer, permissions: { canSend: true } }, { p: { cs: false } }],
    ["about a token that says next to nothing", {}, { r: undefined, exp: undefined }],
  ])("%s confirms the token", async (_what, body, claims) => {
    const outcome = outcomeOf(() => requesting(answering(body)).validate(dailySigned(claims), { allowNoExpiry: true }));
    expect(await outcome).toBe("ok");
  });

  it("as documented confirms the token that it was given for", async () => {
    const claims = { r: "EevVrrxee4JBxKzmKkjC", o: true, u: "host", vo: false, ao: true, uil: "en" };
    const body = {
      room_name: "EevVrrxee4JBxKzmKkjC",
      is_owner: true,
      user_name: "host",
      start_video_off: false,
      start_audio_off: true,
      lang: "en",
    };
    expect(await verdict(body, claims)).toBe("ok");
  });

  it.each<[string, Members, Members, string]>([
    ["another room", { room_name: "boardroom" }, {}, "room_name"],
    ["another room in short", { r: "boardroom" }, {}, "room_name"],
    ["another expiry", { ...usualAnswer, exp: now + 3601 }, {}, "exp"],
    ["an expiry that is a text", { ...usualAnswer, exp: String(now + 3600) }, {}, "exp"],
    ["another beginning", { ...usualAnswer, nbf: now - 60 }, { nbf: now }, "nbf"],
    ["no owner", { ...usualAnswer, is_owner: false }, { o: true }, "is_owner"],
    ["an owner", { ...usualAnswer, is_owner: true }, { o: false }, "is_owner"],
    ["another person", { ...usualAnswer, user_id: "u_2" }, { ud: "u_1" }, "user_id"],
    ["another name", { ...usualAnswer, user_name: "Bob" }, { u: "Alice" }, "user_name"],
    ["nobody ejected", { ...usualAnswer, eject_at_token_exp: false }, { ejt: true }, "eject_at_token_exp"],
    ["a longer stay", { ...usualAnswer, eject_after_elapsed: 61 }, { eje: 60 }, "eject_after_elapsed"],
    ["nobody asking", { ...usualAnswer, knocking: false }, { k: true }, "knocking"],
    ["screens shared", { ...usualAnswer, enable_screenshare: true }, { ss: false }, "enable_screenshare"],
  ])("that says %s contradicts the token", async (_what, body, claims, path) => {
    expect(await verdict(body, claims)).toBe(`request.bad-answer ${path}`);
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["that all is well", { ok: true }],
    ["something about another endpoint", { domain_name: "acme", domain_id: domainId }],
    ["an error with a good status", { error: "not-found", info: "api endpoint does not exist" }],
    ["an error beside the token's own claims", { ...usualAnswer, error: "invalid-request-error" }],
    ["a list", "[]"],
    ["a word", '"valid"'],
    ["true", "true"],
    ["a page", "<html></html>"],
    ["nothing at all", ""],
    ["the room twice", '{"room_name":"boardroom","room_name":"standup"}'],
  ])("that says %s confirms nothing", async (_what, body) => {
    expect(await verdict(body)).toBe("request.bad-answer");
  });

  it("with an error confirms nothing, even of a token that says next to nothing", async () => {
    const token = dailySigned({ r: undefined, exp: undefined });
    const provider = requesting(answering({ error: "invalid-request-error", info: "token is invalid" }));
    expect(await outcomeOf(() => provider.validate(token, { allowNoExpiry: true }))).toBe("request.bad-answer");
  });

  it("with a failure status is a refusal, whatever it says", async () => {
    for (const status of [400, 401, 403, 404, 500, 503, 302, 100]) {
      expect(await verdict(usualAnswer, {}, status)).toBe("request.rejected");
    }
  });
});

describe("Daily's documented errors", () => {
  it.each<[number, Members, Members]>([
    [
      400,
      { error: "authorization-header-error", info: "invalid authorization header" },
      { vendorCode: "authorization-header-error", vendorMessage: "invalid authorization header" },
    ],
    [401, { error: "authentication-error" }, { vendorCode: "authentication-error" }],
    [403, { error: "forbidden-error", info: "no" }, { vendorCode: "forbidden-error", vendorMessage: "no" }],
    [400, { error: "json-parsing-error" }, { vendorCode: "json-parsing-error" }],
    [
      400,
      { error: "invalid-request-error", info: "missing room" },
      { vendorCode: "invalid-request-error", vendorMessage: "missing room" },
    ],
    [
      404,
      { error: "not-found", info: "api endpoint does not exist" },
      { vendorCode: "not-found", vendorMessage: "api endpoint does not exist" },
    ],
    [500, { error: "server-error" }, { vendorCode: "server-error" }],
    [502, {}, {}],
  ])("%i %j come as one code, with what Daily said as data", async (status, body, said) => {
    const provider = requesting(answering(body, status));
    const attempts = [
      () => provider.issue({ room: "standup", expiresIn: "1h" }),
      () => provider.validate(dailySigned()),
      () => provider.domain(),
    ];
    for (const attempt of attempts) {
      const error = await errorOf(attempt);
      expect(error.code).toBe("request.rejected");
      expect(error.details).toEqual({ vendor: "daily", status, ...said });
      expect(error.cause).toBeUndefined();
    }
  });

  it.each<[Readonly<Record<string, string>>, Members]>([
    [{}, {}],
    [{ "retry-after": "7" }, { retryAfterSeconds: 7 }],
    [{ "retry-after": "0" }, { retryAfterSeconds: 0 }],
    [{ "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" }, {}],
    [{ "retry-after": "-1" }, {}],
    [{ "retry-after": "soon" }, {}],
  ])("a rate limit has a code of its own; waiting with %j", async (headers, wait) => {
    const { fetch, calls } = answering({ error: "rate-limit-error" }, 429, headers);
    const error = await errorOf(() => requesting({ fetch }).issue({ room: "standup", expiresIn: "1h" }));
    expect(error.code).toBe("request.rate-limited");
    expect(error.details).toEqual({ vendor: "daily", status: 429, vendorCode: "rate-limit-error", ...wait });
    expect(calls).toHaveLength(1);
  });
});

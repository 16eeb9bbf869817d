import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { type Loopback, says, startLoopback } from "../../core/src/request/testing/loopback.ts";
import type { DailyGrantInput } from "./properties.js";
import {
  answering,
  apiKey,
  domainId,
  domainless,
  grant,
  now,
  oldKey,
  otherDomainId,
  requesting,
  signing,
  silentNetwork,
  tokenOf,
} from "./testing/provider.js";

const silence = silentNetwork();

/** Everything that only a request can carry, and most of the rest. */
const richGrant: DailyGrantInput = {
  room: "standup",
  participant: { id: "u_1", name: "Alice" },
  notBefore: now + 60,
  expiresAt: now + 3600,
  stay: { maxSeconds: 1800, endsAtExpiry: true },
  entry: "ask",
  start: { camera: "off", microphone: "on" },
  rights: {
    publish: { microphone: true, camera: false, screen: false, screenAudio: false, custom: false },
    record: ["cloud", "local"],
    transcribe: true,
  },
  automation: { record: { mode: "cloud" } },
  client: { language: "de", redirectUrl: "https://example.org/bye", closeTabOnExit: true },
  extensions: {
    daily: {
      enable_prejoin_ui: true,
      enable_live_captions_ui: false,
      enable_terse_logging: true,
      start_cloud_recording_opts: { width: 1280 },
    },
  },
};

const richProperties = {
  room_name: "standup",
  user_id: "u_1",
  user_name: "Alice",
  nbf: now + 60,
  exp: now + 3600,
  eject_at_token_exp: true,
  eject_after_elapsed: 1800,
  knocking: true,
  start_video_off: true,
  start_audio_off: false,
  enable_screenshare: false,
  enable_recording: ["cloud", "local"],
  start_cloud_recording: true,
  start_cloud_recording_opts: { width: 1280 },
  lang: "de",
  redirect_on_meeting_exit: "https://example.org/bye",
  close_tab_on_exit: true,
  enable_prejoin_ui: true,
  enable_live_captions_ui: false,
  enable_terse_logging: true,
};

describe("the plan", () => {
  it("is the request as data, with long names and the place of the key", () => {
    const { fetch, calls } = silence;
    expect(requesting({ fetch }).plan(grant())).toEqual({
      vendor: "daily",
      method: "POST",
      url: "https://api.daily.co/v1/meeting-tokens",
      headers: {},
      body: { properties: { room_name: "standup", exp: now + 3600 } },
      secret: { in: "header", name: "authorization", prefix: "Bearer " },
    });
    expect(calls).toEqual([]);
  });

  it("is the same where tokens are signed", () => {
    expect(signing().plan(richGrant)).toEqual(requesting().plan(richGrant));
    expect(domainless({}).plan(grant())).toEqual(requesting().plan(grant()));
  });

  it("carries every property, and neither the domain nor the time of issue, which Daily adds", () => {
    const { body } = requesting().plan(richGrant);
    const { permissions, ...properties } = (body as { properties: Record<string, unknown> }).properties;
    expect(properties).toEqual(richProperties);
    expect(permissions).toMatchObject({ canSend: ["audio"], canAdmin: ["transcription"] });
  });

  it("is refused like a token: nothing is minted for every room or for ever by silence", async () => {
    const outcome = (input: unknown): Promise<string> => outcomeOf(() => requesting().plan(input as never));
    expect(await outcome({})).toBe("grant.missing room");
    expect(await outcome({ room: "standup" })).toBe("grant.missing expiresAt");
    expect(await outcome(grant({ participant: { id: "x".repeat(36) } }))).toBe("ok");
    expect(await outcome(grant({ participant: { id: "x".repeat(37) } }))).toBe("grant.limit participant.id");
    expect(await outcome({ room: { any: true }, expiresAt: null })).toBe("ok");
  });
});

describe("a request for a token", () => {
  it("goes to Daily once, with the key in its header and nowhere else", async () => {
    const { fetch, calls } = answering({ token: tokenOf() });
    const issued = await requesting({ fetch, apiKey: [apiKey, oldKey] }).issue(grant());
    expect(calls.map(({ url }) => url)).toEqual(["https://api.daily.co/v1/meeting-tokens"]);
    const { method, headers, body, redirect } = calls[0]!.init;
    expect({ method, redirect }).toEqual({ method: "POST", redirect: "error" });
    expect(headers).toEqual({
      accept: "application/json",
      "content-type": "application/json",
      authorization: `Bearer ${apiKey}`,
    });
    expect(JSON.parse(body ?? "")).toEqual({ properties: { room_name: "standup", exp: now + 3600 } });
    expect(issued).toMatchObject({ token: tokenOf(), verified: true, expiresAt: now + 3600 });
    expect(issued.issuance).toEqual({ issuedAt: now, tenant: domainId });
  });

  it("brings back a token that is read anew, not taken at its word", async () => {
    const { fetch } = answering({ token: tokenOf({ u: "Alice", otcd: "x" }) });
    const issued = await requesting({ fetch }).issue(grant({ participant: { name: "Alice" } }));
    expect(issued.unknown).toEqual({ otcd: "x" });
    expect(issued.grant.participant).toEqual({ name: "Alice" });
  });

  it("works for a domain that is not known here", async () => {
    const { fetch } = answering({ token: tokenOf({ d: otherDomainId }) });
    const issued = await domainless({ fetch }).issue(grant());
    expect(issued.issuance.tenant).toBe(otherDomainId);
  });

  it("is not sent for a grant that is refused", async () => {
    expect(await outcomeOf(() => requesting(silence).issue({ expiresIn: "1h" } as never))).toBe("grant.missing room");
    expect(await outcomeOf(() => requesting(silence).issue(grant({ expiresIn: 0 })))).toMatch(/^grant\./);
    expect(silence.calls).toEqual([]);
  });
});

describe("a token that Daily minted", () => {
  const verdict = async (claims: Record<string, unknown>, input: DailyGrantInput = grant()): Promise<string> => {
    const { fetch } = answering({ token: tokenOf(claims) });
    return outcomeOf(() => requesting({ fetch }).issue(input));
  };

  it.each<[string, Record<string, unknown>, string]>([
    ["for every room", { r: undefined }, "room"],
    ["for another room", { r: "boardroom" }, "room"],
    ["that never expires", { exp: undefined }, "expiresAt"],
    ["that ends later", { exp: now + 3601 }, "expiresAt"],
    ["with an end in milliseconds", { exp: (now + 3600) * 1000 }, "expiresAt"],
    ["of an owner", { o: true }, "rights.moderate.media"],
    ["of an admin", { p: { ca: true } }, "rights.moderate.media"],
    ["of a transcriber", { p: { ca: "t" } }, "rights.transcribe"],
    ["that may record", { er: "cloud" }, "rights.record"],
    ["that records by itself", { sr: true }, "automation.record"],
    ["of another domain", { d: otherDomainId }, "issuance.tenant"],
    ["of a domain that is not named", { d: undefined }, "issuance.tenant"],
    ["with a claim that nobody documents", { zz: true }, "unknown.zz"],
    ["with a permission that nobody documents", { p: { zz: true } }, "unknown.p.zz"],
    ["with a hook that nobody asked for", { mjh: "https://example.org" }, "extensions.daily.meeting_join_hook"],
    ["with permissions that cannot be read", { p: "all" }, "claims.p"],
  ])("%s is thrown away", async (_what, claims, path) => {
    expect(await verdict(claims)).toBe(`request.wider-than-asked ${path}`);
  });

  it.each<[string, DailyGrantInput, Record<string, unknown>, string]>([
    ["who it is for", grant({ participant: { id: "u_1" } }), {}, "participant.id"],
    ["when it begins", grant({ notBefore: now + 60 }), {}, "notBefore"],
    ["that its holder has to ask", grant({ entry: "ask" }), {}, "entry"],
    ["when its holder has to leave", grant({ stay: { maxSeconds: 60 } }), { eje: 61 }, "stay.maxSeconds"],
    ["that its holder stays unseen", grant({ rights: { visible: false } }), {}, "rights.visible"],
    [
      "what its holder may send",
      grant({ rights: { publish: false } }),
      { p: { cs: "a" } },
      "rights.publish.microphone",
    ],
  ])("that forgets %s is thrown away", async (_what, input, claims, path) => {
    expect(await verdict(claims, input)).toBe(`request.wider-than-asked ${path}`);
  });

  it.each<[string, Record<string, unknown>]>([
    [
      "for single custom tracks",
      { cr: { b: { v: true, a: false, sv: false, sa: false, cv: { "*": false, x: true } } } },
    ],
    ["for single sessions", { cr: { b: false, p: { "5f6d7a1e": true } } }],
    ["without a base", { cr: { u: { u_2: false } } }],
  ])("that lets its holder receive %s, which no neutral right says, is thrown away", async (_what, p) => {
    const input = grant({ rights: { subscribe: { base: { camera: true } } } });
    const outcome = await verdict({ p }, input);
    expect(outcome).toMatch(/^request\.wider-than-asked /);
    const error = await errorOf(() => requesting(answering({ token: tokenOf({ p }) })).issue(input));
    expect(error.details?.["paths"]).toContain("extensions.daily.permissions.canReceive");
  });

  it("that grants less is taken, and says so itself", async () => {
    const { fetch } = answering({ token: tokenOf({ exp: now + 60, k: true, p: { cs: false } }) });
    const issued = await requesting({ fetch }).issue(grant());
    expect(issued.expiresAt).toBe(now + 60);
    expect(issued.grant.rights?.publish).toMatchObject({ camera: false, microphone: false });
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["an empty token", { token: "" }],
    ["a token by another name", { accessToken: tokenOf() }],
    ["a token that is no text", { token: [tokenOf()] }],
    ["a token with a line break", { token: `${tokenOf()}\n` }],
    ["a token without a signature", { token: tokenOf().replace(/[^.]+$/, "") }],
    ["a token of no algorithm", { token: tokenOf({}, apiKey, { alg: "none" }) }],
    ["a list", "[]"],
    ["a page", "<html>It works!</html>"],
    ["an empty answer", ""],
    ["the token twice", `{"token":"${tokenOf()}","token":"${tokenOf({ o: true })}"}`],
    ["too much", JSON.stringify({ token: tokenOf(), filler: "x".repeat(70_000) })],
  ])("is not what %s is", async (_what, body) => {
    const { fetch } = answering(body);
    expect(await outcomeOf(() => requesting({ fetch }).issue(grant()))).toBe("request.bad-answer");
  });
});

describe("a domain", () => {
  const look = (body: unknown): Promise<string> => outcomeOf(() => requesting(answering(body)).domain());

  it("is looked up by its key", async () => {
    const { fetch, calls } = answering({ domain_name: "acme", domain_id: domainId, config: { lang: "de" } });
    for (const provider of [signing({ fetch }), requesting({ fetch })]) {
      expect(await provider.domain()).toEqual({ domainId, domainName: "acme" });
    }
    expect(calls[0]).toMatchObject({
      url: "https://api.daily.co/v1/",
      init: { method: "GET", headers: { authorization: `Bearer ${apiKey}` }, redirect: "error" },
    });
    expect(calls[0]!.init).not.toHaveProperty("body");
    expect(await requesting(answering({ domain_id: domainId, domain_name: 7 })).domain()).toEqual({
      domainId,
      domainName: undefined,
    });
  });

  it("has an id, or the answer is not used", async () => {
    for (const body of [{}, { domain_id: null }, { domain_id: "acme" }, { domain_id: [domainId] }, "[]", "x"]) {
      expect(await look(body)).toBe("request.bad-answer");
    }
  });
});

describe("over a real connection", () => {
  let vendor: Loopback;
  beforeAll(async () => {
    vendor = await startLoopback();
  });
  afterAll(() => vendor.close());

  /** The platform's own fetch, sent to this machine instead of Daily. */
  const toLoopback: typeof silence.fetch = (url, init) =>
    globalThis.fetch(url.replace("https://api.daily.co", vendor.url), init as RequestInit);

  it("the key is in the header, the properties in the body, and nothing in the address", async () => {
    vendor.answer(says(JSON.stringify({ token: tokenOf() })));
    expect((await requesting({ fetch: toLoopback }).issue(grant())).token).toBe(tokenOf());
    const seen = vendor.seen.at(-1)!;
    expect(seen).toMatchObject({ method: "POST", url: "/v1/meeting-tokens" });
    expect(seen.headers).toMatchObject({ authorization: `Bearer ${apiKey}`, "content-type": "application/json" });
    expect(JSON.parse(seen.body)).toEqual({ properties: { room_name: "standup", exp: now + 3600 } });
  });

  it("a redirect is not followed, so that neither key nor token goes elsewhere", async () => {
    const elsewhere = await startLoopback();
    vendor.answer(says("", 307, { location: `${elsewhere.url}/v1/meeting-tokens` }));
    const provider = requesting({ fetch: toLoopback });
    expect(await outcomeOf(() => provider.issue(grant()))).toBe("request.failed");
    expect(await outcomeOf(() => provider.validate(tokenOf()))).toBe("request.failed");
    expect(await outcomeOf(() => provider.domain())).toBe("request.failed");
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });

  it("Daily is not waited for longer than was said", async () => {
    vendor.answer(() => undefined);
    const error = await errorOf(() => requesting({ fetch: toLoopback, timeoutMilliseconds: 30 }).issue(grant()));
    expect(error).toMatchObject({ code: "request.timeout", details: { vendor: "daily" } });
    for (const timeoutMilliseconds of [0, -1, Number.NaN, null as never, 2 ** 31]) {
      const provider = requesting({ fetch: silence.fetch, timeoutMilliseconds });
      expect(await outcomeOf(() => provider.issue(grant()))).toBe("provider.settings timeoutMilliseconds");
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { type Loopback, says, startLoopback } from "../../core/src/request/testing/loopback.ts";
import type { MeteredGrantInput } from "./properties.js";
import { bodyFieldTypes } from "./properties.js";
import {
  answering,
  appName,
  base,
  grant,
  now,
  provider,
  secretKey,
  silentNetwork,
  tokenOf,
} from "./testing/provider.js";

const silence = silentNetwork();

/** Everything that a request can carry, but the one field that stands for every room. */
const fullGrant: MeteredGrantInput = {
  room: "standup",
  participant: { id: "u_1", name: "Alice", email: "alice@example.org", metadata: { team: "a" } },
  notBefore: now + 60,
  expiresAt: now + 3600,
  stay: { maxSeconds: 1800 },
  rights: { moderate: true, admit: true },
  start: { camera: "on", microphone: "off" },
  extensions: { metered: { disableVideo: false, disableAudio: true, disableScreenSharing: true } },
};

const fullBody = {
  roomName: "standup",
  isAdmin: true,
  name: "Alice",
  email: "alice@example.org",
  meta: '{"team":"a"}',
  externalUserId: "u_1",
  expireUnixSec: now + 3600,
  notBeforeUnixSec: now + 60,
  ejectAfterElapsedTimeInSec: 1800,
  joinVideoOn: true,
  joinAudioOn: false,
  disableVideo: false,
  disableAudio: true,
  disableScreenSharing: true,
};

describe("the plan", () => {
  it("is the request as data, with the place of the secret", () => {
    expect(provider(silence).plan(grant())).toEqual({
      vendor: "metered",
      method: "POST",
      url: `${base}/token`,
      headers: {},
      body: { roomName: "standup", expireUnixSec: now + 3600 },
      secret: { in: "query", name: "secretKey" },
    });
    expect(silence.calls).toEqual([]);
  });

  it("carries each of the 15 fields, and none that Metered adds", () => {
    expect(provider().plan(fullGrant).body).toEqual(fullBody);
    const everywhere = provider().plan({ ...fullGrant, room: { any: true } }).body;
    expect(everywhere).toEqual({ ...fullBody, roomName: undefined, globalToken: true });
    expect(Object.keys({ ...fullBody, ...(everywhere as object) }).sort()).toEqual(Object.keys(bodyFieldTypes).sort());
    expect(Object.keys(bodyFieldTypes)).toHaveLength(15);
  });
});

describe("where a token is good", () => {
  const outcome = (input: unknown): Promise<string> => outcomeOf(() => provider(silence).plan(input as never));

  it("is never the whole app by silence, nor for ever", async () => {
    expect(await outcome({})).toBe("grant.missing room");
    expect(await outcome({ expiresIn: "1h" })).toBe("grant.missing room");
    expect(await outcome({ room: "standup" })).toBe("grant.missing expiresAt");
    for (const room of ["", " ", null, undefined, {}, [], { any: false }, { anyOf: [] }, { any: true, anyOf: ["a"] }]) {
      expect(await outcome({ room, expiresIn: "1h" })).toMatch(/^grant\./);
    }
    for (const expiresIn of [0, "", null, -1, "0s"]) {
      expect(await outcome({ room: "standup", expiresIn })).toMatch(/^grant\./);
    }
  });

  it("is the whole app, or never over, only where that is said", () => {
    const { body } = provider().plan({ room: { any: true }, expiresAt: null });
    expect(body).toEqual({ globalToken: true });
  });

  it("is one room: no list, no pattern, no name that Metered could not have", async () => {
    expect(await outcome({ room: { anyOf: ["a", "b"] }, expiresIn: "1h" })).toBe("grant.unsupported room");
    expect(await outcome({ room: { pattern: "a*", dialect: "glob" }, expiresIn: "1h" })).toBe("grant.unsupported room");
    expect(await outcome({ room: "two words", expiresIn: "1h" })).toBe("grant.invalid room");
  });

  it("is not asked for by Metered's own words beside the model's", async () => {
    for (const metered of [{ globalToken: true }, { roomName: "x" }, { isAdmin: true }, { expirationDate: "2030" }]) {
      expect(await outcome(grant({ extensions: { metered } as never }))).toMatch(/^grant\.(modelled|unknown)-/);
    }
  });
});

describe("metadata", () => {
  const outcome = (metadata: unknown): Promise<string> =>
    outcomeOf(() => provider().plan(grant({ participant: { metadata } as never })));

  it("is a text of at most 1000 characters, and never cut", async () => {
    expect(await outcome("x".repeat(1000))).toBe("ok");
    expect(await outcome("x".repeat(1001))).toBe("grant.limit participant.metadata");
    expect(await outcome("\u{1F600}".repeat(500))).toBe("ok");
    expect(await outcome("\u{1F600}".repeat(501))).toBe("grant.limit participant.metadata");
    expect(await outcome({ x: "x".repeat(992) })).toBe("ok");
    expect(await outcome({ x: "x".repeat(993) })).toBe("grant.limit participant.metadata");
  });
});

describe("a request for a token", () => {
  it("goes to the app once, with the secret in its query and nowhere else", async () => {
    const { fetch, calls } = answering({ token: tokenOf() });
    const issued = await provider({ fetch }).issue(grant());
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      url: `${base}/token?secretKey=${secretKey}`,
      init: {
        method: "POST",
        redirect: "error",
        headers: { accept: "application/json", "content-type": "application/json" },
        body: JSON.stringify({ roomName: "standup", expireUnixSec: now + 3600 }),
      },
    });
    expect(Object.keys(calls[0]!.init.headers)).toEqual(["accept", "content-type"]);
    expect(issued).toMatchObject({ vendor: "metered", token: tokenOf(), verified: true, expiresAt: now + 3600 });
    expect(issued.issuance).toEqual({ issuedAt: now, tenant: appName });
  });

  it("brings back a token that is read anew, with what Metered added", async () => {
    const token = tokenOf({ ...fullBody, meteredParticipantId: "5b7a" });
    const issued = await provider(answering({ token })).issue(fullGrant);
    expect(issued.properties).toMatchObject({ ...fullBody, appName, meteredParticipantId: "5b7a", iat: now });
    expect(issued.grant.participant).toEqual({
      id: "u_1",
      name: "Alice",
      email: "alice@example.org",
      metadata: { team: "a" },
    });
  });

  it("is not sent for a grant that is refused", async () => {
    const before = silence.calls.length;
    expect(await outcomeOf(() => provider(silence).issue({ expiresIn: "1h" } as never))).toBe("grant.missing room");
    expect(silence.calls).toHaveLength(before);
  });

  it("takes the expiry in either of the two places where a token may have it", async () => {
    const beside = tokenOf({ expireUnixSec: undefined }, { exp: now + 3600 });
    expect((await provider(answering({ token: beside })).issue(grant())).expiresAt).toBe(now + 3600);
    const both = tokenOf({}, { exp: now + 3600 });
    expect((await provider(answering({ token: both })).issue(grant())).expiresAt).toBe(now + 3600);
  });
});

describe("a token that Metered minted", () => {
  const verdict = (data: Record<string, unknown>, beside = {}, input = grant()): Promise<string> =>
    outcomeOf(() => provider(answering({ token: tokenOf(data, beside) })).issue(input));

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
    ["for every room", { roomName: undefined, globalToken: true }, {}, "room"],
    ["that names no room", { roomName: undefined }, {}, "room"],
    ["that names no room and denies every room", { roomName: undefined, globalToken: false }, {}, "room"],
    ["for the room, and for every room", { globalToken: true }, {}, "room"],
    ["for another room", { roomName: "boardroom" }, {}, "room"],
    ["for the room in another spelling", { roomName: "Standup" }, {}, "room"],
    ["that never expires", { expireUnixSec: undefined }, {}, "expiresAt"],
    ["that expires at zero, which may mean never", { expireUnixSec: 0 }, {}, "expiresAt"],
    ["that ends later", { expireUnixSec: now + 3601 }, {}, "expiresAt"],
    ["that ends later in one of two places", {}, { exp: now + 7200 }, "expiresAt"],
    ["with an end in milliseconds", { expireUnixSec: (now + 3600) * 1000 }, {}, "expiresAt"],
    ["with an end that is a date", { expireUnixSec: "2027-01-15T09:00:00Z" }, {}, "expiresAt"],
    ["of an admin", { isAdmin: true }, {}, "rights.moderate.media"],
    ["of another app", { appName: "other-app" }, {}, "issuance.tenant"],
    ["of an app that is not named", { appName: undefined }, {}, "issuance.tenant"],
    ["with a field that nobody documents", { canPublish: true }, {}, "unknown.data.canPublish"],
    ["with a claim that nobody documents", {}, { role: "host" }, "unknown.role"],
  ])("%s is thrown away", async (_what, data, beside, path) => {
    expect(await verdict(data, beside)).toBe(`request.wider-than-asked ${path}`);
  });

  it.each<[string, MeteredGrantInput, string]>([
    ["who it is for", grant({ participant: { id: "u_1" } }), "participant.id"],
    ["when it begins", grant({ notBefore: now + 60 }), "notBefore"],
    ["when its holder has to leave", grant({ stay: { maxSeconds: 60 } }), "stay.maxSeconds"],
  ])("that forgets %s is thrown away", async (_what, input, path) => {
    expect(await verdict({}, {}, input)).toBe(`request.wider-than-asked ${path}`);
  });

  it("for every room is taken where every room was asked for, and only then for ever", async () => {
    const data = { roomName: undefined, globalToken: true };
    expect(await verdict(data, {}, grant({ room: { any: true } }))).toBe("ok");
    const forEver = { ...data, expireUnixSec: undefined };
    expect(await verdict(forEver, {}, grant({ room: { any: true } }))).toBe("request.wider-than-asked expiresAt");
    expect(await verdict(forEver, {}, { room: { any: true }, expiresAt: null })).toBe("ok");
  });

  it("that grants less is taken, and says so itself", async () => {
    const input = grant({ rights: { moderate: true, admit: true } });
    const issued = await provider(answering({ token: tokenOf({ expireUnixSec: now + 60 }) })).issue(input);
    expect(issued.expiresAt).toBe(now + 60);
    expect(issued.grant.rights).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["an empty token, as one page has it", { token: "" }],
    ["a token by another name", { accessToken: tokenOf() }],
    ["a token that is no text", { token: { jwt: tokenOf() } }],
    ["a room", { roomName: "standup", app: appName, _id: "5f" }],
    ["an error with a good status", { success: false, message: "Invalid request" }],
    ["no token of Metered's", { token: "a.b.c" }],
    ["a token without a signature", { token: tokenOf().replace(/[^.]+$/, "") }],
    ["a list", "[]"],
    ["a page", "<html>It works!</html>"],
    ["too much", JSON.stringify({ token: tokenOf(), filler: "x".repeat(70_000) })],
  ])("is not what %s is", async (_what, body) => {
    expect(await outcomeOf(() => provider(answering(body)).issue(grant()))).toBe("request.bad-answer");
  });

  it("by another vendor's words is thrown away for what it does not restrict", async () => {
    const token = tokenOf({ roomName: undefined, expireUnixSec: undefined, room: "standup", expiresIn: 60 });
    const error = await errorOf(() => provider(answering({ token })).issue(grant()));
    const paths = ["room", "expiresAt", "unknown.data.room", "unknown.data.expiresIn"];
    expect(error.details).toEqual({ vendor: "metered", paths });
  });
});

describe("Metered's errors", () => {
  it.each<[number, unknown, Record<string, unknown>]>([
    [400, { success: false, message: "Invalid request" }, { vendorMessage: "Invalid request" }],
    [500, { eventCode: "E7", message: "error message" }, { vendorCode: "E7", vendorMessage: "error message" }],
    [401, {}, {}],
    [403, "Forbidden", {}],
    [404, { message: "room not found" }, { vendorMessage: "room not found" }],
  ])("%i %j come as one code, with what Metered said as data", async (status, body, said) => {
    for (const attempt of [
      () => provider(answering(body, status)).issue(grant()),
      () => provider(answering(body, status)).verify(tokenOf()),
    ]) {
      const error = await errorOf(attempt);
      expect(error.code).toBe("request.rejected");
      expect(error.details).toEqual({ vendor: "metered", status, ...said });
    }
  });

  it("have a code of their own for a rate limit", async () => {
    const error = await errorOf(() => provider(answering({}, 429, { "retry-after": "3" })).issue(grant()));
    expect(error.code).toBe("request.rate-limited");
    expect(error.details).toEqual({ vendor: "metered", status: 429, retryAfterSeconds: 3 });
  });
});

describe("over a real connection", () => {
  let vendor: Loopback;
  beforeAll(async () => {
    vendor = await startLoopback();
  });
  afterAll(() => vendor.close());

  /** The platform's own fetch, sent to this machine instead of Metered. */
  const toLoopback: typeof silence.fetch = (url, init) =>
    globalThis.fetch(url.replace("https://test-app.metered.live", vendor.url), init as RequestInit);
  const over = provider({ fetch: toLoopback });

  it("the secret is in the query, all the fields are in the body, and no header has either", async () => {
    vendor.answer(says(JSON.stringify({ token: tokenOf(fullBody) })));
    const { token } = await over.issue(fullGrant);
    expect(token).toBe(tokenOf(fullBody));
    const { method, url, headers, body } = vendor.seen.at(-1)!;
    expect(method).toBe("POST");
    expect(url).toBe(`/api/v1/token?secretKey=${secretKey}`);
    expect(JSON.parse(body)).toEqual(fullBody);
    expect(JSON.stringify(headers)).not.toContain("TEST-ONLY");
    expect(headers).not.toHaveProperty("authorization");
  });

  it("a secret with characters of an address arrives whole", async () => {
    vendor.answer(says(JSON.stringify({ token: tokenOf() })));
    const odd = "TEST-ONLY-a&b=c#d?e/f+g%20h i";
    await provider({ fetch: toLoopback, secretKey: odd }).issue(grant());
    const { searchParams, hash } = new URL(vendor.seen.at(-1)!.url, vendor.url);
    expect([...searchParams]).toEqual([["secretKey", odd]]);
    expect(hash).toBe("");
  });

  it("the secret does not go along when a token is verified", async () => {
    const data = { roomName: "standup", expireUnixSec: now + 3600, appName };
    vendor.answer(says(JSON.stringify({ data, iat: now })));
    expect((await over.verify(tokenOf())).verified).toBe(true);
    const seen = vendor.seen.at(-1)!;
    expect(seen).toMatchObject({ method: "POST", url: "/api/v1/token/validate" });
    expect(JSON.parse(seen.body)).toEqual({ token: tokenOf() });
    expect(JSON.stringify(seen)).not.toContain(secretKey);
  });

  it("a redirect is not followed, so that the secret goes nowhere else", async () => {
    const elsewhere = await startLoopback();
    vendor.answer(says("", 302, { location: `${elsewhere.url}/api/v1/token` }));
    expect(await outcomeOf(() => over.issue(grant()))).toBe("request.failed");
    expect(await outcomeOf(() => over.verify(tokenOf()))).toBe("request.failed");
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });

  it("Metered is not waited for longer than was said", async () => {
    vendor.answer(() => undefined);
    const impatient = provider({ fetch: toLoopback, timeoutMilliseconds: 30 });
    expect(await outcomeOf(() => impatient.issue(grant()))).toBe("request.timeout");
  });
});

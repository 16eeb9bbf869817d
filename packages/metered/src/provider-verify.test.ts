import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import { answering, appName, base, guestData, now, provider, silentNetwork, tokenOf } from "./testing/provider.js";

const silence = silentNetwork();

type Members = Readonly<Record<string, unknown>>;

const plain = JSON.parse(JSON.stringify(guestData())) as Members;

/** Verifies a token of which Metered says that it is genuine. */
function verdict(data: Members, expected: Members = {}, beside: Members = {}): Promise<string> {
  const claims = JSON.parse(JSON.stringify({ data: guestData(data), iat: now, ...beside })) as Members;
  const confirming = provider(answering(claims));
  return outcomeOf(() => confirming.verify(tokenOf(data, beside), expected));
}

describe("asking Metered about a token", () => {
  it("is one request with the token in its body and no secret", async () => {
    const { fetch, calls } = answering({ data: plain, iat: now });
    const verified = await provider({ fetch }).verify(tokenOf());
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      url: `${base}/token/validate`,
      init: { method: "POST", redirect: "error", body: JSON.stringify({ token: tokenOf() }) },
    });
    expect(calls[0]!.init.headers).toEqual({ accept: "application/json", "content-type": "application/json" });
    expect(verified).toMatchObject({ vendor: "metered", verified: true, issuance: { tenant: appName, issuedAt: now } });
    expect(verified.grant).toEqual({ purpose: ["participant"], room: "standup", expiresAt: now + 3600 });
  });

  it("does not happen for a text that is no token, nor for expectations that are none", async () => {
    const before = silence.calls.length;
    for (const text of ["", "a.b.c", `${tokenOf()} `, `Bearer ${tokenOf()}`, tokenOf().replace(/[^.]+$/, "")]) {
      expect(await outcomeOf(() => provider(silence).verify(text))).toMatch(/^token\./);
    }
    for (const odd of [null, "standup", [], { rooms: "standup" }, { room: "" }, { now: null }]) {
      expect(await outcomeOf(() => provider(silence).verify(tokenOf(), odd as never))).toMatch(
        /^(provider\.settings|clock\.invalid) /,
      );
    }
    expect(silence.calls).toHaveLength(before);
  });
});

describe("Metered's answer", () => {
  const answered = (body: unknown, status = 200, token = tokenOf()): Promise<string> =>
    outcomeOf(() => provider(answering(body, status)).verify(token));

  it.each<[string, unknown, number]>([
    ["in an envelope", { data: plain, iat: now }, 200],
    ["in an envelope without a time of issue", { data: plain }, 200],
    ["in an envelope with more beside it", { success: true, data: plain, message: "valid" }, 200],
    ["without an envelope", plain, 200],
    ["in another order", { iat: now, data: Object.fromEntries(Object.entries(plain).reverse()) }, 200],
    ["with another good status", { data: plain, iat: now }, 201],
  ])("%s confirms what it repeats", async (_what, body, status) => {
    expect(await answered(body, status)).toBe("ok");
  });

  it.each<[string, unknown]>([
    ["another room", { data: { ...plain, roomName: "boardroom" }, iat: now }],
    ["another room without an envelope", { ...plain, roomName: "boardroom" }],
    ["another app", { data: { ...plain, appName: "other-app" }, iat: now }],
    ["an admin", { data: { ...plain, isAdmin: true }, iat: now }],
    ["every room", { data: { ...plain, globalToken: true }, iat: now }],
    ["another expiry", { data: { ...plain, expireUnixSec: now + 7200 }, iat: now }],
    ["an expiry as a text", { data: { ...plain, expireUnixSec: String(now + 3600) }, iat: now }],
    ["less than the token", { data: { appName }, iat: now }],
    ["nothing in its envelope", { data: {}, iat: now }],
    ["another time of issue", { data: plain, iat: now - 1 }],
    ["an expiry beside the data, which the token does not have", { data: plain, iat: now, exp: now + 60 }],
    ["a beginning beside the data, which the token does not have", { data: plain, iat: now, nbf: now }],
  ])("that says %s contradicts the token", async (_what, body) => {
    expect(await answered(body)).toBe("request.bad-answer");
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["that all is well", { success: true }],
    ["that something is wrong, with a good status", { success: false, message: "Invalid token" }],
    ["that something is wrong, with the data", { success: false, data: plain, iat: now }],
    ["an error", { error: "invalid token" }],
    ["data that are a list", { data: [plain] }],
    ["data that are a text", { data: JSON.stringify(plain) }],
    ["data that are null", { data: null, appName }],
    ["the token", { token: tokenOf() }],
    ["a list", JSON.stringify([plain])],
    ["true", "true"],
    ["a word", '"valid"'],
    ["a page", "<html></html>"],
    ["nothing at all", ""],
    ["the room twice", `{"data":{"roomName":"x","roomName":"standup","appName":"${appName}"}}`],
  ])("that says %s confirms nothing", async (_what, body) => {
    expect(await answered(body)).toBe("request.bad-answer");
  });

  it("with a failure status is a refusal, whatever it says", async () => {
    for (const status of [400, 401, 403, 404, 409, 500, 302]) {
      expect(await answered({ data: plain, iat: now }, status)).toBe("request.rejected");
    }
    const error = await errorOf(() => provider(answering({ message: "jwt malformed" }, 400)).verify(tokenOf()));
    expect(error.details).toEqual({ vendor: "metered", status: 400, vendorMessage: "jwt malformed" });
  });

  it("in an envelope has to repeat the times beside the data as they are in the token", async () => {
    const token = tokenOf({ expireUnixSec: undefined }, { exp: now + 3600 });
    const data = { roomName: "standup", appName };
    expect(await answered({ data, iat: now, exp: now + 3600 }, 200, token)).toBe("ok");
    expect(await answered({ data, iat: now }, 200, token)).toBe("ok");
    expect(await answered({ data, iat: now, exp: now + 7200 }, 200, token)).toBe("request.bad-answer");
  });
});

describe("what Metered may not look at is looked at here", () => {
  it.each<[string, Members, Members, Members, string]>([
    ["in its time", {}, {}, {}, "ok"],
    ["in its last tolerated second", { expireUnixSec: now - 29 }, {}, {}, "ok"],
    ["at the end of the tolerance", { expireUnixSec: now - 30 }, {}, {}, "token.expired expiresAt"],
    ["over, beside the data", {}, { exp: now - 30 }, {}, "token.expired claims.exp"],
    ["over in one of two places", { expireUnixSec: now - 60 }, { exp: now + 60 }, {}, "token.expired expiresAt"],
    [
      "at its expiry without tolerance",
      { expireUnixSec: now },
      {},
      { clockToleranceSeconds: 0 },
      "token.expired expiresAt",
    ],
    ["without an expiry", { expireUnixSec: undefined }, {}, {}, "claims.missing-expiry expiresAt"],
    ["without an expiry, which is accepted", { expireUnixSec: undefined }, {}, { allowNoExpiry: true }, "ok"],
    ["not begun", { notBeforeUnixSec: now + 31 }, {}, {}, "token.not-yet-valid notBefore"],
    ["not begun, beside the data", {}, { nbf: now + 31 }, {}, "token.not-yet-valid claims.nbf"],
    ["not begun, which is accepted", { notBeforeUnixSec: now + 31 }, {}, { ignoreNotBefore: true }, "ok"],
    ["of another app", { appName: "other-app" }, {}, {}, "policy.tenant issuance.tenant"],
    ["of no app", { appName: undefined }, {}, {}, "policy.tenant issuance.tenant"],
    ["for the expected room", {}, {}, { room: "standup" }, "ok"],
    ["for another room", {}, {}, { room: "boardroom" }, "policy.room room"],
    ["for every room", { roomName: undefined, globalToken: true }, {}, { room: "boardroom" }, "ok"],
    ["for nobody knows which room", { roomName: undefined, globalToken: false }, {}, {}, "metered.unknown-scope"],
    ["of the expected participant", { externalUserId: "u_1" }, {}, { participantId: "u_1" }, "ok"],
    [
      "of another participant",
      { externalUserId: "u_2" },
      {},
      { participantId: "u_1" },
      "policy.participant participant.id",
    ],
    ["of whoever holds it", {}, {}, { participantId: "u_1" }, "policy.participant participant.id"],
    ["of a participant without letters", { externalUserId: "" }, {}, {}, "claims.invalid data.externalUserId"],
    ["of an app without letters", { appName: "" }, {}, {}, "claims.invalid data.appName"],
    ["for the server API, which no token is", {}, {}, { purpose: "api" }, "policy.purpose purpose"],
    ["with an admin switch that is a text", { isAdmin: "true" }, {}, {}, "claims.invalid data.isAdmin"],
    [
      "with an expiry in milliseconds beside the data",
      {},
      { exp: (now + 60) * 1000 },
      {},
      "claims.milliseconds claims.exp",
    ],
  ])("a token %s", async (_what, data, beside, expected, outcome) => {
    expect(await verdict(data, expected, beside)).toMatch(outcome);
  });

  it("before anybody is asked", async () => {
    const before = silence.calls.length;
    for (const data of [{ expireUnixSec: now - 60 }, { appName: "other-app" }, { isAdmin: 1 }]) {
      expect(await outcomeOf(() => provider(silence).verify(tokenOf(data)))).not.toBe("request.failed");
    }
    expect(silence.calls).toHaveLength(before);
  });

  it("at another time, when that is asked for", async () => {
    expect(await verdict({}, { now: now + 3629 })).toBe("ok");
    expect(await verdict({}, { now: now + 3630 })).toBe("token.expired expiresAt");
  });
});

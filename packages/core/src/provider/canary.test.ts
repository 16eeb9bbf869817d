import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorOf } from "../errors/testing/error-of.js";
import { part } from "../jws/testing/mint.js";
import { Credential } from "../request/credential.js";
import { executePlan } from "../request/execute-plan.js";
import type { RequestPlan, SecretPlace } from "../request/request-plan.js";
import { type Loopback, says, startLoopback } from "../request/testing/loopback.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { verified } from "../testing/toy-readings.js";
import { translate } from "../translate/translate.js";
import { inspectToken } from "./inspect.js";
import { readMintedAnswer } from "./minted-answer.js";
import { everythingShown, leaksIn } from "./testing/canary.js";
import { grantInput, now, ringOf, signed, tenant, toyProvider } from "./testing/toy-provider.js";
import { verifyByRequest } from "./verify.js";

// Random, so that no list of exceptions can know it; with characters that addresses and JSON write differently.
const secret = `TEST-ONLY-${randomBytes(18).toString("base64")}+/="\\&?`;
const oldSecret = `TEST-ONLY-${randomBytes(24).toString("hex")}`;
const secrets = [secret, oldSecret];
const provider = toyProvider({ keys: ringOf(secret, oldSecret) });
const usual = { alg: "HS256", typ: "JWT" };
const mintWith = (claims: Record<string, unknown>, header: Record<string, unknown> = usual, key = secret): string =>
  signed({ name: "Somebody With A Long Name", ...claims }, header, key);
const good = mintWith({});

async function expectNoLeak(attempt: () => unknown, token: string): Promise<void> {
  const error = await errorOf(attempt);
  expect(leaksIn(everythingShown(error), secrets, [token])).toEqual([]);
}

describe("the canary", () => {
  it("sings when there is something to sing about", () => {
    for (const seen of [secret, oldSecret.toUpperCase(), encodeURIComponent(secret), secret.slice(3, 15)])
      expect(leaksIn(`so ${seen} it is`, secrets)).not.toEqual([]);
    for (const encoding of ["base64", "base64url", "hex"] as const)
      expect(leaksIn(Buffer.from(secret).toString(encoding), secrets)).not.toEqual([]);
    expect(leaksIn(good.slice(60, 72), secrets, [good])).not.toEqual([]);
    const hidden = new Error("outer", { cause: new Error(good) });
    expect(leaksIn(everythingShown(hidden), secrets, [good])).not.toEqual([]);
    const quiet = Object.defineProperty({}, "hidden", { value: secret, enumerable: false });
    expect(leaksIn(everythingShown(quiet), [secret])).not.toEqual([]);
  });
});

const refusedTokens: readonly (readonly [string, string])[] = [
  ["of another key", mintWith({}, usual, "TEST-ONLY-some-other-secret-altogether!!")],
  ["of no algorithm", mintWith({}, { alg: "none" })],
  ["of another type", mintWith({}, { ...usual, typ: "at+jwt" })],
  ["with a key id", mintWith({}, { ...usual, kid: good })],
  ["with a forbidden member", mintWith({}, { ...usual, jku: `https://keys.example/${good}` })],
  ["in quotes", `"${good}"`],
  ["in a link", `https://meet.example/room?t=${good}`],
  ["with padding", `${good}=`],
  ["without a signature", `${good.slice(0, good.lastIndexOf("."))}.`],
  ["in two parts", good.slice(0, good.lastIndexOf("."))],
  ["in five parts", `${good}.${good.slice(0, 40)}.x`],
  ["too large", good.padEnd(20_000, "x")],
  ["with another last character", `${good.slice(0, -1)}${good.endsWith("A") ? "B" : "A"}`],
  ["with a name twice", `${part(usual)}.${part('{"name":"Somebody Else Entirely","name":"x"}')}.AAAA`],
  ["that is no JSON", `${part(usual)}.${part('{"name":"Somebody Else Entirely"')}.AAAA`],
  ["that has expired", mintWith({ exp: now - 60 })],
  ["that is not valid yet", mintWith({ nbf: now + 600 })],
  ["that never expires", mintWith({ exp: undefined })],
  ["with odd times", mintWith({ exp: `${now + 60} or thereabouts` })],
  ["with odd claims", mintWith({ room: ["a-room-that-is-a-list"] })],
  ["of another account", mintWith({ account: "another-account-of-the-vendor" })],
];

describe("a token that is refused shows nothing of itself", () => {
  it.each(refusedTokens)("to those who verify it: %s", async (_what, token) => {
    await expectNoLeak(() => provider.verify(token), token);
    const mismatch = { message: "It may be signed by the vendor.", cure: "Ask the vendor." };
    const other = toyProvider({ keys: ringOf(oldSecret), mismatch });
    await expectNoLeak(() => other.verify(token), token);
  });

  it("to those who expect something else", async () => {
    const token = mintWith({ user: "participant-number-one", room: "a-room-with-a-long-name" });
    for (const expected of [
      { room: "some-other-room-name" },
      { participantId: "somebody" },
      { purpose: "api" as const },
    ])
      await expectNoLeak(() => provider.verify(token, expected), token);
    await expectNoLeak(() => provider.verify(token, { [token]: true } as never), token.slice(40));
    await expectNoLeak(() => provider.verify(token, { room: [token] as never }), token);
  });

  it.each([
    `${part(usual)}.${part('{"name":"Somebody Else Entirely"')}.AAAA`,
    `x${good}`,
    `${part("[]")}.${part("[]")}.AA`,
  ])("to those who inspect it (%#)", async (token) => {
    await expectNoLeak(() => provider.inspect(token.replace(".", "!")), token);
    if (!token.startsWith("x")) await expectNoLeak(() => inspectToken(token, toyAdapter, { now }), token);
  });

  it("to those who ask the vendor about it", async () => {
    const context = { adapter: toyAdapter, tenant, now, expected: {} };
    for (const [, token] of refusedTokens.slice(1, 12)) {
      await expectNoLeak(() => verifyByRequest(token, context, async () => undefined), token);
    }
  });

  it("to those who asked for less, or for a token at all", async () => {
    const asked = { properties: { room: "standup", exp: now + 60 }, unknown: {}, findings: [] };
    const mintContext = { adapter: toyAdapter, tenant, method: "request", now } as const;
    for (const token of [good, mintWith({ host: true }), `${good} `, "no token, but a text of the vendor"])
      await expectNoLeak(() => readMintedAnswer(token, asked, mintContext), token);
  });
});

describe("issuing and translating", () => {
  const value = randomBytes(24).toString("base64url");

  it("show no value of a grant that is refused", async () => {
    const grants: readonly unknown[] = [
      { ...grantInput(), participant: { id: `${value}${value}` } },
      { ...grantInput(), room: { anyOf: [value, `${value}2`] } },
      { ...grantInput(), expiresIn: value },
      { ...grantInput(), rights: { moderate: { media: true } }, participant: { id: value } },
      { ...grantInput(), extensions: { toy: { zone: { value } } } },
      value,
    ];
    for (const grant of grants) {
      const error = await errorOf(() => provider.issue(grant as never));
      expect(leaksIn(everythingShown(error), [...secrets, value])).toEqual([]);
    }
  });

  it("show no secret and no token when a translation is refused", async () => {
    const twin = makeToyAdapter("twin", "Twin");
    const source = verified(twin, { room: "standup", exp: now + 600, zone: "west" });
    await expectNoLeak(() => translate(source, { from: twin, to: provider, now }), good);
    const moved = translate(verified(twin, { room: "standup", exp: now + 600 }), { from: twin, to: provider, now });
    await expectNoLeak(() => toyProvider({ keys: ringOf(secret), tenant: "other" }).issue(moved), good);
    await expectNoLeak(() => provider.issue({ ...moved } as never), good);
  });

  it("show no secret that is refused", async () => {
    for (const odd of [`${secret}\ud800`, `-----BEGIN KEY-----${secret}`, { base64: `${secret}!` }])
      await expectNoLeak(() => ringOf(odd as string), good);
    await expectNoLeak(() => toyProvider({ keys: secret as never }), good);
  });
});

describe("values", () => {
  it("a provider shows neither its secrets nor what it has signed", async () => {
    const { token } = await provider.issue(grantInput());
    expect(leaksIn(everythingShown(provider), secrets, [token])).toEqual([]);
    expect(leaksIn(everythingShown({ deep: [{ provider }] }), secrets)).toEqual([]);
    expect(leaksIn(Object.values(provider).map(String).join("\n"), secrets)).toEqual([]);
  });

  it("a reading shows no secret, and no token but the one that was issued", async () => {
    const issued = await provider.issue(grantInput());
    expect(leaksIn(everythingShown(issued), secrets)).toEqual([]);
    const { token, ...rest } = issued;
    expect(everythingShown(issued)).toContain(token);
    for (const reading of [rest, await provider.verify(token), provider.inspect(token)])
      expect(leaksIn(everythingShown(reading), secrets, [token])).toEqual([]);
  });
});

describe("a request", () => {
  let vendor: Loopback;
  const credential = new Credential(secret, "apiKey");
  const places: readonly SecretPlace[] = [
    { in: "query", name: "secretKey" },
    { in: "header", name: "authorization", prefix: "Bearer " },
  ];

  beforeAll(async () => {
    vendor = await startLoopback();
  });
  afterAll(() => vendor.close());

  async function expectSilence(url?: string): Promise<void> {
    for (const place of places) {
      const plan: RequestPlan = {
        vendor: "toy",
        method: "POST",
        url: url ?? `${vendor.url}/v1/tokens/${good}`,
        headers: {},
        body: { token: good },
        secret: place,
      };
      await expectNoLeak(() => executePlan(plan, { credential, timeoutMilliseconds: 500 }), good);
    }
  }

  it.each([
    "not a url",
    `https://bad host/${good}`,
    `http://vendor.example/${good}`,
    `https://api.example:99999/${good}`,
  ])("to an address like this one shows nothing (%#)", async (url) => {
    await expectSilence(url);
  });

  it("that finds nobody shows nothing", async () => {
    const gone = await startLoopback();
    await gone.close();
    await expectSilence(`${gone.url}/v1/tokens/${good}`);
  });

  it("that is redirected, broken off or kept waiting shows nothing", async () => {
    vendor.answer(says("", 302, { location: `${vendor.url}/elsewhere?token=${good}` }));
    await expectSilence();
    vendor.answer((request) => request.socket.resetAndDestroy());
    await expectSilence();
    vendor.answer(() => undefined);
    const plan: RequestPlan = { vendor: "toy", method: "GET", url: `${vendor.url}/${good}`, headers: {} };
    await expectNoLeak(() => executePlan(plan, { credential, timeoutMilliseconds: 20 }), good);
  });

  const bytes = Buffer.from(secret);
  const echoes: readonly (readonly [string, string])[] = [
    ["the secret", secret],
    ["the secret in an address", encodeURIComponent(secret)],
    ["the secret in a form", new URLSearchParams({ secretKey: secret }).toString()],
    ["the secret in base64", bytes.toString("base64")],
    ["the secret in base64url", bytes.toString("base64url")],
    ["the secret in hexadecimals", bytes.toString("hex")],
    ["half of the secret", secret.slice(8)],
    ["the token", good],
    ["the token without its signature", good.slice(0, good.lastIndexOf("."))],
    ["the claims of the token", good.split(".")[1] as string],
    ["the end of the token", good.slice(-24)],
    ["the request", `POST /v1/tokens/${good}?secretKey=${encodeURIComponent(secret)}`],
    ["both, many times", `${secret} ${good} `.repeat(20)],
  ];

  it.each(echoes)("whose answer echoes %s shows nothing", async (_what, echo) => {
    for (const status of [400, 401, 429, 500]) {
      for (const filler of [0, 180]) {
        const said = `${"n".repeat(filler)} ${echo} is no good`;
        vendor.answer(says(JSON.stringify({ error: said, message: said, info: said }), status));
        await expectSilence();
      }
    }
  });

  it.each([`<html>${good} ${secret}</html>`, `{"token":"${good}"`, `"${good}"`, good.padEnd(70_000, "x")])(
    "whose answer is garbage shows nothing (%#)",
    async (text) => {
      for (const status of [200, 500]) {
        vendor.answer(says(text, status));
        await expectSilence();
      }
    },
  );
});

import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import type { GrantInput } from "../grant/grant-input.js";
import { Credential } from "../request/credential.js";
import type { RequestPlan } from "../request/request-plan.js";
import { fakeFetch, textAnswer } from "../request/testing/fake-fetch.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import { translate } from "../translate/translate.js";
import { createRequestProvider, type RequestSettings } from "./request-provider.js";
import { grantInput, now, signed, tenant } from "./testing/toy-provider.js";
import { isTrustedBy } from "./token-reading.js";

type Settings = RequestSettings<"toy", ToyProperties>;

const address = "https://api.example/v1";
const credential = new Credential("TEST-ONLY-toy-request-secret", "secret");
const secret = { in: "header", name: "authorization", prefix: "Bearer " } as const;

function planMint({ properties }: { readonly properties: ToyProperties }): RequestPlan {
  const { account: _, iat: __, ...body } = properties;
  return { vendor: "toy", method: "POST", url: `${address}/tokens`, headers: {}, body, secret };
}

function setUp(answer: unknown, settings: Partial<Settings> = {}) {
  const { fetch, calls } = fakeFetch(() => textAnswer(JSON.stringify(answer)));
  const provider = createRequestProvider<"toy", ToyProperties, GrantInput>({
    adapter: toyAdapter,
    tenant,
    credential,
    fetch,
    clock: () => now,
    planMint,
    planValidate: (token, { ignoreNotBefore = false }) => {
      const url = `${address}/tokens/${token}?early=${ignoreNotBefore}`;
      return { vendor: "toy", method: "GET", url, headers: {} };
    },
    contradicts: ({ room }, { native, claims }) =>
      room === native.properties.room && room === claims["room"]
        ? undefined
        : { message: "It is about another room.", path: "room" },
    ...settings,
  });
  return { provider, calls };
}

describe("a plan", () => {
  it("is what would be sent, without the secret, and sends nothing", () => {
    const { provider, calls } = setUp({});
    expect(provider.plan(grantInput())).toEqual(planMint({ properties: { room: "standup", exp: now + 3600 } }));
    expect(calls).toEqual([]);
  });

  it("needs no secret", async () => {
    const { provider } = setUp({}, { credential: undefined });
    expect(provider.plan(grantInput()).url).toBe(`${address}/tokens`);
    expect(await outcomeOf(() => provider.plan({ room: "standup" }))).toBe("grant.missing expiresAt");
  });
});

describe("a token", () => {
  it("is asked for once, read back and trusted", async () => {
    const { provider, calls } = setUp({ token: signed() });
    const issued = await provider.issue(grantInput());
    expect(issued).toMatchObject({ vendor: "toy", verified: true, token: signed(), expiresAt: now + 3600, report: [] });
    expect(isTrustedBy(issued, toyAdapter)).toBe(true);
    expect(calls.map(({ init }) => init.headers["authorization"])).toEqual(["Bearer TEST-ONLY-toy-request-secret"]);
  });

  it("that says more is refused, and so is one by another name", async () => {
    const issue = (answer: unknown): Promise<string> => outcomeOf(() => setUp(answer).provider.issue(grantInput()));
    expect(await issue({ token: signed({ host: true }) })).toBe("request.wider-than-asked rights.moderate.media");
    expect(await issue({ token: signed({ odd: 1 }) })).toBe("request.wider-than-asked unknown.odd");
    expect(await issue({ jwt: signed() })).toBe("request.bad-answer");
  });

  it("is minted from a translation, too", async () => {
    const { provider, calls } = setUp({ token: signed({ user: "u_1" }) });
    const source = await setUp({ room: "standup" }).provider.verify(signed({ user: "u_1" }));
    const moved = translate(source, { from: provider, to: provider, now });
    expect((await provider.issue(moved)).properties).toMatchObject({ user: "u_1", room: "standup" });
    expect(JSON.parse(calls[0]?.init.body ?? "")).toEqual({ user: "u_1", room: "standup", exp: now + 3600 });
  });

  it("is not minted without a secret, and nothing is sent", async () => {
    const missingCredential = { message: "No secret.", path: "secretKey", cure: "Give one." };
    const told = setUp({ token: signed() }, { credential: undefined, missingCredential });
    expect(await errorOf(() => told.provider.issue(grantInput()))).toMatchObject({
      code: "key.empty",
      ...missingCredential,
    });
    const untold = setUp({ token: signed() }, { credential: undefined });
    expect(await outcomeOf(() => untold.provider.issue(grantInput()))).toBe("key.empty credential");
    expect([...told.calls, ...untold.calls]).toEqual([]);
  });
});

describe("verifying", () => {
  it("asks the vendor, and trusts what it confirms", async () => {
    const { provider, calls } = setUp({ room: "standup" });
    const verified = await provider.verify(signed({ nbf: now + 60 }), { ignoreNotBefore: true });
    expect(isTrustedBy(verified, toyAdapter)).toBe(true);
    expect(calls.map(({ url }) => url)).toEqual([`${address}/tokens/${signed({ nbf: now + 60 })}?early=true`]);
  });

  it("trusts nothing that the answer contradicts", async () => {
    const error = await errorOf(() => setUp({ room: "boardroom" }).provider.verify(signed()));
    expect(error).toMatchObject({
      code: "request.bad-answer",
      message: "It is about another room.",
      path: "room",
      details: { vendor: "toy" },
    });
    const contradicts = (): { message: string } => ({ message: "It is about nothing." });
    const pathless = await errorOf(() => setUp({}, { contradicts }).provider.verify(signed()));
    expect(pathless).not.toHaveProperty("path");
  });

  it("asks nobody about a token that is no good anyway", async () => {
    const { provider, calls } = setUp({ room: "standup" });
    expect(await outcomeOf(() => provider.verify(signed({ exp: now - 60 })))).toBe("token.expired claims.exp");
    expect(await outcomeOf(() => provider.verify(signed(), { room: "" }))).toBe("provider.settings expectations.room");
    expect(await outcomeOf(() => provider.verify(signed(), null as never))).toBe("provider.settings expectations");
    expect(calls).toEqual([]);
  });

  it("goes by the caller's time, or else the clock's", async () => {
    const broken = setUp({ room: "standup" }, { clock: () => Number.NaN }).provider;
    expect(await outcomeOf(() => broken.verify(signed()))).toBe("clock.invalid clock");
    expect(await outcomeOf(() => broken.inspect(signed()))).toBe("clock.invalid clock");
    expect(await outcomeOf(() => broken.plan(grantInput()))).toBe("clock.invalid clock");
    expect(await outcomeOf(() => broken.verify(signed(), { now }))).toBe("ok");
  });
});

describe("a provider", () => {
  it("is frozen, and says how it mints", async () => {
    const { provider } = setUp({});
    expect(Object.isFrozen(provider)).toBe(true);
    expect(provider).toMatchObject({ adapter: toyAdapter, tenant, method: "request" });
    expect(provider.inspect(signed({ exp: now - 1 })).verified).toBe(false);
    const clock = 7 as never;
    expect(await outcomeOf(() => setUp({}, { clock }))).toBe("provider.settings clock");
  });
});

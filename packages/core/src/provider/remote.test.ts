import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { mint } from "../jws/testing/mint.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import type { ToyProperties } from "../testing/toy-properties.js";
import type { Expectations } from "./expectations.js";
import { readMintedAnswer, verifyByRequest } from "./remote.js";
import { goodClaims, now, signed, tenant } from "./testing/toy-provider.js";
import { isTrusted } from "./token-reading.js";
import type { CheckContext } from "./verify.js";

const usual = { alg: "HS256", typ: "JWT" };
/** What was asked of the vendor; the vendor adds the account and the time by itself. */
const asked: ToyProperties = {
  room: "standup",
  user: "u_1",
  nbf: now + 60,
  exp: now + 600,
  ask: true,
  send: { camera: false },
};
const answered = { room: "standup", user: "u_1", nbf: now + 60, exp: now + 600, ask: true, send: { cam: false } };

function read(token: unknown, properties: ToyProperties = asked, account: string | undefined = tenant) {
  return readMintedAnswer(token, { properties, unknown: {}, findings: [] }, toyAdapter, account, now);
}

const verdict = (claims: Record<string, unknown>, properties?: ToyProperties): Promise<string> =>
  outcomeOf(() => read(signed({ ...answered, ...claims }), properties));

describe("a minted token", () => {
  it("that says what was asked is read", () => {
    const { native, claims } = read(signed(answered));
    expect(native.properties).toEqual({ ...asked, account: tenant, iat: now });
    expect({ ...claims }).toEqual(goodClaims(answered));
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["every room", { room: undefined }, "room"],
    ["another room", { room: "boardroom" }, "room"],
    ["a later end", { exp: now + 601 }, "expiresAt"],
    ["an end in milliseconds", { exp: (now + 600) * 1000 }, "expiresAt"],
    ["no end", { exp: undefined }, "expiresAt"],
    ["an earlier beginning", { nbf: now + 59 }, "notBefore"],
    ["no beginning", { nbf: undefined }, "notBefore"],
    ["whoever holds it", { user: undefined }, "participant.id"],
    ["somebody else", { user: "u_2" }, "participant.id"],
    ["a way past the door", { ask: false }, "entry"],
    ["no word about the door", { ask: undefined }, "entry"],
    ["a right that was denied", { send: { cam: true } }, "rights.publish.camera"],
    ["no word about a right that was denied", { send: undefined }, "rights.publish.camera"],
    ["a role", { host: true }, "rights.moderate.media"],
    ["a right that nobody mentioned", { record: true }, "rights.record"],
    ["something that starts by itself", { autoRecord: true }, "automation.record"],
    ["another account", { account: "other" }, "issuance.tenant"],
    ["a claim that cannot be read", { theme: 7 }, "claims.theme"],
    ["an end that cannot be read", { exp: "later" }, "expiresAt"],
    ["another vendor's mark", { kind: "twin/1" }, "claims.kind"],
  ])("with %s is thrown away", async (_what, claims, path) => {
    expect(await verdict(claims)).toBe(`request.wider-than-asked ${path}`);
  });

  it("is told off with every path, and without its values", async () => {
    const error = await errorOf(() => read(signed({ room: undefined, exp: undefined, user: "TEST-ONLY-somebody" })));
    expect(error.details).toMatchObject({ vendor: "toy", paths: expect.arrayContaining(["room", "participant.id"]) });
    expect(error.message).toMatch(/^Toy minted a token that grants more than was asked, at room, /);
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY-somebody");
  });

  it.each<[string, Record<string, unknown>]>([
    ["an earlier end", { exp: now + 599 }],
    ["a later beginning", { nbf: now + 61 }],
    ["one right less", { send: { cam: false, mic: false } }],
    ["a denial where nothing was said", { record: false }],
    ["no word about the account", { account: undefined }],
    ["a member that nobody knows", { trace: "1" }],
  ])("with %s is no wider", async (_what, claims) => {
    expect(await verdict(claims)).toBe("ok");
  });

  it("may be for ever and for everybody where this was asked", async () => {
    const open: ToyProperties = { host: true, autoRecord: true, record: true };
    const claims = { kind: "toy/1", host: true, autoRecord: true, record: true };
    expect(await outcomeOf(() => read(mint(usual, claims), open))).toBe("ok");
  });

  it("belongs to the account that was asked for, also where the provider does not know its own", async () => {
    const ofOther = signed({ ...answered, account: "other" });
    expect(await outcomeOf(() => readMintedFor(undefined, undefined, ofOther))).toBe("ok");
    expect(await outcomeOf(() => readMintedFor(undefined, "acme", ofOther))).toBe(
      "request.wider-than-asked issuance.tenant",
    );
    expect(await outcomeOf(() => readMintedFor(undefined, "other", ofOther))).toBe("ok");
  });

  function readMintedFor(account: string | undefined, wanted: string | undefined, token: string): unknown {
    const properties = wanted === undefined ? asked : { ...asked, account: wanted };
    return readMintedAnswer(token, { properties, unknown: {}, findings: [] }, toyAdapter, account, now);
  }
});

describe("an answer that is no token", () => {
  it.each([undefined, null, 0, "", "hello", {}, [signed()], `${signed()} `, `Bearer ${signed()}`, "x".repeat(20_000)])(
    "is a bad answer (%#)",
    async (token) => {
      expect(await outcomeOf(() => read(token))).toBe("request.bad-answer");
    },
  );

  it.each([
    signed({}, { alg: "none" }),
    signed({}, { ...usual, jku: "https://keys.example" }),
    mint(usual, '{"kind":"toy/1","room":"standup","room":"boardroom"}'),
    mint(usual, "[]"),
  ])("is a bad answer when the parser has a word against it (%#)", async (token) => {
    const error = await errorOf(() => read(token));
    expect(error).toMatchObject({ code: "request.bad-answer", details: { vendor: "toy" } });
    expect(error.cause).toBeUndefined();
  });
});

describe("verifying by asking the vendor", () => {
  const context = (expected: Expectations = {}): CheckContext => ({ adapter: toyAdapter, tenant, now, expected });
  const confirm = async (): Promise<void> => undefined;

  it("trusts the reading only after the vendor has confirmed it", async () => {
    const seen: unknown[] = [];
    const verified = await verifyByRequest(signed({ user: "u_1" }), context(), async (claims, native) => {
      seen.push({ ...claims }, native.properties);
    });
    expect(seen).toEqual([
      goodClaims({ user: "u_1" }),
      { account: tenant, room: "standup", user: "u_1", iat: now, exp: now + 3600 },
    ]);
    expect(isTrusted(verified)).toBe(true);
    expect(verified).toMatchObject({ vendor: "toy", verified: true, warnings: [] });
  });

  it("waits for the answer", async () => {
    let answer = (): void => undefined;
    const pending = verifyByRequest(signed(), context(), () => new Promise((resolve) => (answer = resolve)));
    const first = await Promise.race([pending, Promise.resolve("still waiting")]);
    expect(first).toBe("still waiting");
    answer();
    expect((await pending).verified).toBe(true);
  });

  it("passes on what the vendor says against it", async () => {
    const run = (): unknown =>
      verifyByRequest(signed(), context(), async () => {
        throw new RoompassError("request.rejected", "toy answered 401.");
      });
    expect(await outcomeOf(run)).toBe("request.rejected");
  });

  it("does not ask about a token that is refused anyway", async () => {
    let asked = 0;
    const count = async (): Promise<void> => {
      asked += 1;
    };
    const refused: readonly (readonly [unknown, Expectations, string])[] = [
      [undefined, {}, "token.not-a-string"],
      [` ${signed()}`, {}, "token.bad-character"],
      [signed({}, { alg: "none" }), {}, "header.algorithm header.alg"],
      [signed({ exp: now - 30 }), {}, "token.expired claims.exp"],
      [signed({ exp: undefined }), {}, "claims.missing-expiry expiresAt"],
      [signed({ theme: 7 }), {}, "claims.invalid theme"],
      [signed({ account: "other" }), {}, "policy.tenant issuance.tenant"],
      [signed(), { room: "boardroom" }, "policy.room room"],
      [signed(), { room: "" }, "provider.settings expectations.room"],
      [signed(), { now: Number.NaN }, "clock.invalid expectations.now"],
    ];
    for (const [token, expected, verdictOf] of refused) {
      expect(await outcomeOf(() => verifyByRequest(token, context(expected), count))).toBe(verdictOf);
    }
    expect(asked).toBe(0);
  });

  it("counts the same tolerance and the same exceptions as the offline way", async () => {
    const check = (claims: Record<string, unknown>, expected: Expectations): Promise<string> =>
      outcomeOf(() => verifyByRequest(signed(claims), context(expected), confirm));
    expect(await check({ exp: now - 29 }, {})).toBe("ok");
    expect(await check({ exp: now }, { clockToleranceSeconds: 0 })).toBe("token.expired claims.exp");
    expect(await check({ exp: undefined }, { allowNoExpiry: true })).toBe("ok");
    expect(await check({ nbf: now + 900 }, { ignoreNotBefore: true })).toBe("ok");
  });

  it("cannot judge a signature: that is the vendor's part", async () => {
    const forged = signed({}, usual, "TEST-ONLY-nobody-knows-this-secret-at-all");
    expect(await outcomeOf(() => verifyByRequest(forged, context(), confirm))).toBe("ok");
  });
});

describe("times that a vendor keeps elsewhere than in the usual claims", () => {
  const adapter = {
    ...toyAdapter,
    fromClaims: ({ data, ...claims }: Readonly<Record<string, unknown>>) => {
      const inside = toyAdapter.fromClaims({ ...claims, ...(data as object) });
      return inside;
    },
  };
  const check = (data: Record<string, unknown>, expected: Expectations = {}): Promise<string> => {
    const token = signed({ exp: undefined, iat: undefined, data });
    const context = { adapter, tenant, now, expected };
    return outcomeOf(() => verifyByRequest(token, context, async () => undefined));
  };

  it("are read through the adapter, with the same edges", async () => {
    expect(await check({ exp: now + 60 })).toBe("ok");
    expect(await check({ exp: now - 29 })).toBe("ok");
    expect(await check({ exp: now - 30 })).toBe("token.expired expiresAt");
    expect(await check({ exp: now }, { clockToleranceSeconds: 0 })).toBe("token.expired expiresAt");
    expect(await check({ exp: now + 900, nbf: now + 30 })).toBe("ok");
    expect(await check({ exp: now + 900, nbf: now + 31 })).toBe("token.not-yet-valid notBefore");
    expect(await check({ exp: now + 900, nbf: now + 31 }, { ignoreNotBefore: true })).toBe("ok");
    expect(await check({})).toBe("claims.missing-expiry expiresAt");
    expect(await check({}, { allowNoExpiry: true })).toBe("ok");
  });

  it("that are not known are as good as missing, and such that are no numbers refuse", async () => {
    const vague = (window: { notBefore: number; expiresAt: number | null | undefined }): Promise<string> => {
      const odd = {
        ...toyAdapter,
        authority: (...given: Parameters<typeof toyAdapter.authority>) => ({
          ...toyAdapter.authority(...given),
          window: { lowest: window, highest: window },
        }),
      };
      return outcomeOf(() =>
        verifyByRequest(signed(), { adapter: odd, tenant, now, expected: {} }, async () => undefined),
      );
    };
    expect(await vague({ notBefore: 0, expiresAt: undefined })).toBe("claims.missing-expiry expiresAt");
    expect(await vague({ notBefore: 0, expiresAt: Number.NaN })).toBe("claims.not-a-date expiresAt");
    expect(await vague({ notBefore: 0, expiresAt: (now + 60) * 1000 })).toBe("claims.not-a-date expiresAt");
    expect(await vague({ notBefore: Number.NaN, expiresAt: now + 60 })).toBe("claims.not-a-date notBefore");
  });
});

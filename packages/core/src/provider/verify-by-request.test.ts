import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { outcomeOf } from "../errors/testing/error-of.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import type { CheckContext } from "./check-claims.js";
import type { Expectations } from "./expectations.js";
import { goodClaims, now, signed, tenant } from "./testing/toy-provider.js";
import { isTrusted, isTrustedBy } from "./token-reading.js";
import { verifyByRequest } from "./verify.js";

const usual = { alg: "HS256", typ: "JWT" };

describe("verifying by asking the vendor", () => {
  const context = (expected: Expectations = {}): CheckContext => ({ adapter: toyAdapter, tenant, now, expected });
  const confirm = async (): Promise<void> => undefined;

  it("trusts the reading only after the vendor has confirmed it", async () => {
    const seen: unknown[] = [];
    const verified = await verifyByRequest(signed({ user: "u_1" }), context(), async ({ claims, native }) => {
      seen.push({ ...claims }, native.properties);
    });
    expect(seen).toEqual([
      goodClaims({ user: "u_1" }),
      { account: tenant, room: "standup", user: "u_1", iat: now, exp: now + 3600 },
    ]);
    expect(isTrusted(verified)).toBe(true);
    expect(isTrustedBy(verified, toyAdapter)).toBe(true);
    expect(isTrustedBy(verified, { ...toyAdapter })).toBe(false);
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
    expect(await check({ exp: now + 10, nbf: now + 10 })).toBe("claims.empty-window notBefore");
    expect(await check({ exp: now - 10, nbf: now - 9 })).toBe("claims.empty-window notBefore");
    expect(await check({ exp: now + 10, nbf: now + 9 })).toBe("ok");
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

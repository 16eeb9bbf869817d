import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import type { Expectations } from "./expectations.js";
import { now, signed, toyProvider } from "./testing/toy-provider.js";

const provider = toyProvider();
const verdict = (claims: Record<string, unknown>, expected?: Expectations): Promise<string> =>
  outcomeOf(() => provider.verify(signed(claims), expected));

describe("the tolerance", () => {
  it.each([
    [{ exp: now + 1 }, "ok"],
    [{ exp: now }, "ok"],
    [{ exp: now - 29 }, "ok"],
    [{ exp: now - 30 }, "token.expired claims.exp"],
    [{ exp: now - 31 }, "token.expired claims.exp"],
    [{ nbf: now }, "ok"],
    [{ nbf: now + 30 }, "ok"],
    [{ nbf: now + 31 }, "token.not-yet-valid claims.nbf"],
    [{ iat: now + 30 }, "ok"],
    [{ iat: now + 31 }, "claims.issued-in-future claims.iat"],
  ])("is 30 seconds: %j is %s", async (claims, expected) => {
    expect(await verdict(claims)).toBe(expected);
  });

  it.each([
    [{ exp: now + 1 }, "ok"],
    [{ exp: now }, "token.expired claims.exp"],
    [{ nbf: now }, "ok"],
    [{ nbf: now + 1 }, "token.not-yet-valid claims.nbf"],
    [{ iat: now + 1 }, "claims.issued-in-future claims.iat"],
  ])("can be zero: then %j is %s", async (claims, expected) => {
    expect(await verdict(claims, { clockToleranceSeconds: 0 })).toBe(expected);
  });

  it("can be longer", async () => {
    expect(await verdict({ exp: now - 59 }, { clockToleranceSeconds: 60 })).toBe("ok");
    expect(await verdict({ exp: now - 60 }, { clockToleranceSeconds: 60 })).toBe("token.expired claims.exp");
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, null, "", "30", false, {}])("is never %j", async (tolerance) => {
    const expected = { clockToleranceSeconds: tolerance as number };
    expect(await verdict({}, expected)).toBe("clock.invalid expectations.clockToleranceSeconds");
  });
});

describe("the clock", () => {
  it("is the provider's, or the caller's", async () => {
    expect(await verdict({}, { now: now + 3600 + 29 })).toBe("ok");
    expect(await verdict({}, { now: now + 3600 + 30 })).toBe("token.expired claims.exp");
    expect(await verdict({}, { now: now - 31 })).toBe("claims.issued-in-future claims.iat");
    expect(await outcomeOf(() => toyProvider({ clock: () => now + 3630 }).verify(signed()))).toMatch(/^token.expired/);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, now * 1000, null, "", false, "now", {}])(
    "given by the caller is never %j",
    async (time) => {
      expect(await verdict({}, { now: time as number })).toBe("clock.invalid expectations.now");
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0, -1, now * 1000, now + 0.5, 1, null, undefined, "", `${now}`])(
    "of the provider is never %j",
    async (time) => {
      const broken = toyProvider({ clock: () => time as number });
      const grant = { room: "standup", expiresIn: "1h" } as const;
      expect(await outcomeOf(() => broken.verify(signed()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.inspect(signed()))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.issue(grant))).toBe("clock.invalid clock");
      expect(await outcomeOf(() => broken.verify(signed(), { now }))).toBe("ok");
    },
  );

  it("is the machine's when nobody gives one", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { grant } = await toyProvider({ clock: undefined as never }).issue({ room: "standup", expiresIn: 600 });
    const expiresAt = grant.expiresAt as number;
    expect(expiresAt - 600).toBeGreaterThanOrEqual(before);
    expect(expiresAt - 600).toBeLessThanOrEqual(Date.now() / 1000);
  });
});

describe("a token that never expires", () => {
  it("is refused unless the caller says otherwise", async () => {
    expect(await verdict({ exp: undefined })).toBe("claims.missing-expiry expiresAt");
    expect(await verdict({ exp: undefined }, { allowNoExpiry: false })).toBe("claims.missing-expiry expiresAt");
    expect(await verdict({ exp: undefined }, { allowNoExpiry: true })).toBe("ok");
  });

  it("is not what `allowNoExpiry` makes of one that has expired", async () => {
    expect(await verdict({ exp: now - 60 }, { allowNoExpiry: true })).toBe("token.expired claims.exp");
    expect(await verdict({ exp: null }, { allowNoExpiry: true })).toBe("claims.not-a-date claims.exp");
  });
});

describe("a token that is not valid yet", () => {
  it("passes with `ignoreNotBefore`, and the finding stays", async () => {
    expect(await verdict({ nbf: now + 600 }, { ignoreNotBefore: false })).toBe("token.not-yet-valid claims.nbf");
    const { warnings } = await provider.verify(signed({ nbf: now + 600 }), { ignoreNotBefore: true });
    expect(warnings.map(({ id }) => id)).toContain("token.not-yet-valid");
  });

  it("gets nothing else forgiven by it", async () => {
    const ignore = { ignoreNotBefore: true };
    expect(await verdict({ nbf: now + 7200 }, ignore)).toBe("claims.empty-window claims.nbf");
    expect(await verdict({ nbf: "soon" }, ignore)).toBe("claims.not-a-date claims.nbf");
    expect(await verdict({ nbf: now + 60, exp: now - 60 }, ignore)).toMatch(/^claims.empty-window/);
  });
});

describe("a time claim that is no time", () => {
  const odd: readonly (readonly [unknown, string])[] = [
    [(now + 60) * 1000, "claims.milliseconds"],
    [86_400, "claims.relative-time"],
    [now + 60.5, "claims.fractional"],
    [`${now + 60}`, "claims.not-a-date"],
    [true, "claims.not-a-date"],
    [[now + 60], "claims.not-a-date"],
    [{}, "claims.not-a-date"],
    [null, "claims.not-a-date"],
    [-5, "claims.not-a-date"],
    [0, "claims.not-a-date"],
  ];

  it.each(odd)("is refused as an expiry: %j", async (value, code) => {
    expect(await verdict({ exp: value })).toBe(`${code} claims.exp`);
    expect(await verdict({ iat: value })).toBe(`${code} claims.iat`);
  });

  it("is named with all others", async () => {
    const error = await errorOf(() => provider.verify(signed({ exp: "x", nbf: "y", iat: "z" })));
    expect(error.details?.["findings"]).toEqual(["claims.not-a-date", "claims.not-a-date", "claims.not-a-date"]);
  });
});

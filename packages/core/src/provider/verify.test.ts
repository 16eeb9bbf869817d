import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { KeyRing } from "../jws/index.js";
import { mint } from "../jws/testing/mint.js";
import { notFrozenIn } from "../testing/not-frozen.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import { goodClaims, now, ringOf, secret, signed, tenant, toyProvider } from "./testing/toy-provider.js";
import { isTrusted } from "./token-reading.js";

const provider = toyProvider();
const verdict = (token: unknown): Promise<string> => outcomeOf(() => provider.verify(token as string));
const usual = { alg: "HS256", typ: "JWT" };

describe("a good token", () => {
  it("is read, trusted and frozen", async () => {
    const verified = await provider.verify(signed({ user: "u_1", host: true, theme: "dark", jti: "1" }));
    expect(verified).toMatchObject({
      vendor: "toy",
      verified: true,
      grant: { room: "standup", participant: { id: "u_1" }, extensions: { toy: { theme: "dark" } } },
      issuance: { tenant, issuedAt: now },
      properties: { user: "u_1", host: true },
      unknown: { jti: "1" },
      warnings: [],
    });
    expect(isTrusted(verified)).toBe(true);
    expect(notFrozenIn(verified)).toEqual([]);
  });

  it("stays as good, however often it is asked about", async () => {
    const token = signed();
    for (let round = 0; round < 200; round += 1) expect(await verdict(token)).toBe("ok");
  });

  it("does not show its text or its header", async () => {
    const verified = await provider.verify(signed());
    for (const name of ["token", "claims", "header"]) expect(verified).not.toHaveProperty(name);
  });
});

describe("the order of the checks", () => {
  const wrongKey = "TEST-ONLY-another-secret-of-forty-chars";

  it("looks at the signature before any claim", async () => {
    const wrong = { kind: "other", account: "x", exp: "soon", nbf: now + 900, room: 7 };
    expect(await verdict(signed(wrong, usual, wrongKey))).toBe("signature.mismatch");
    expect(await verdict(signed(wrong))).toBe("claims.not-a-date claims.exp");
  });

  it("looks at form and header before any key", async () => {
    let touched = 0;
    class Watched extends KeyRing {
      override candidates(header: Readonly<Record<string, unknown>>): ReturnType<KeyRing["candidates"]> {
        touched += 1;
        return super.candidates(header);
      }
    }
    const watched = toyProvider({ keys: new Watched(ringOf(secret).keys) });
    const refused = [signed({}, { alg: "none" }), signed({}, { ...usual, jku: "x" }), `${signed()} `, `${signed()}.`];
    for (const token of refused) expect(await outcomeOf(() => watched.verify(token))).toMatch(/^(header|token)\./);
    expect(touched).toBe(0);
    expect(await outcomeOf(() => watched.verify(signed()))).toBe("ok");
    expect(touched).toBe(1);
  });

  it("goes on with times, then the vendor's schema, then the expectations", async () => {
    const steps: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ exp: now - 60, theme: 7, account: "other" }, "token.expired claims.exp"],
      [{ exp: undefined, theme: 7, account: "other" }, "claims.invalid theme"],
      [{ exp: undefined, account: "other" }, "claims.missing-expiry expiresAt"],
      [{ account: "other" }, "policy.tenant issuance.tenant"],
    ];
    for (const [claims, expected] of steps) expect(await verdict(signed(claims))).toBe(expected);
  });
});

describe("the vendor's schema", () => {
  it.each(["account", "room", "user", "name", "ask", "host", "send", "record", "autoRecord", "theme", "zone"])(
    "refuses a `%s` of the wrong type",
    async (name) => {
      expect(await verdict(signed({ [name]: ["odd"] }))).toMatch(`claims.invalid ${name}`);
    },
  );

  it("refuses a token of another vendor, although the signature is right", async () => {
    expect(await verdict(signed({ kind: "twin/1" }))).toBe("claims.invalid kind");
    expect(await verdict(signed({ kind: undefined }))).toBe("claims.invalid kind");
  });

  it("takes a tolerated spelling and lists it", async () => {
    const { warnings } = await provider.verify(signed({ host: false }));
    expect(warnings.map(({ id, path }) => `${id} ${path}`)).toEqual(["toy.idle-claim host"]);
  });
});

describe("the header", () => {
  it.each([
    [{ alg: "none" }, "header.algorithm header.alg"],
    [{ alg: "hs256" }, "header.algorithm header.alg"],
    [{ alg: "HS512" }, "header.algorithm header.alg"],
    [{ typ: "JWT" }, "header.algorithm header.alg"],
    [{ ...usual, typ: "at+jwt" }, "header.type header.typ"],
    [{ ...usual, kid: "1" }, "header.unsupported-member header.kid"],
    [{ ...usual, crit: [] }, "header.unsupported-member header.crit"],
    [{ ...usual, zip: "DEF" }, "header.unsupported-member header.zip"],
    [{ alg: "HS256" }, "ok"],
    [{ alg: "HS256", typ: "application/jwt" }, "ok"],
  ])("%j gives %s", async (header, expected) => {
    expect(await verdict(signed({}, header))).toBe(expected);
  });

  it("is judged by the adapter's rules", async () => {
    const adapter = { ...toyAdapter, header: { algorithms: ["HS256"], types: ["toy+jwt"], members: ["kid"] } };
    const strict = toyProvider({ adapter });
    expect(await outcomeOf(() => strict.verify(signed()))).toBe("header.type header.typ");
    expect(await outcomeOf(() => strict.verify(signed({}, { alg: "HS256", typ: "toy+jwt" })))).toBe("ok");
    const withId = signed({}, { alg: "HS256", typ: "toy+jwt", kid: "1" });
    expect(await outcomeOf(() => strict.verify(withId))).toBe("header.key-id header.kid");
  });
});

describe("the form", () => {
  it.each([
    [` ${signed()}`, "token.bad-character"],
    [`${signed()}\n`, "token.bad-character"],
    [`"${signed()}"`, "token.bad-character"],
    [`Bearer ${signed()}`, "token.bad-character"],
    [`https://meet.example/r?t=${signed()}`, "token.bad-character"],
    [`${signed()}=`, "token.not-canonical signature"],
    [signed().slice(0, signed().lastIndexOf(".") + 1), "token.empty-part signature"],
    [signed().slice(0, signed().lastIndexOf(".")), "token.not-three-parts"],
    [`${signed()}.x.y`, "token.not-a-jws"],
    ["", "token.not-three-parts"],
    [mint(usual, '{"exp":1,"exp":1}', Buffer.from(secret)), "token.duplicate-name claims.exp"],
    [mint(usual, '{"__proto__":{}}', Buffer.from(secret)), "token.forbidden-name"],
    [mint(usual, "[]", Buffer.from(secret)), "token.not-an-object claims"],
  ])("is exact, and nothing is stripped (%#)", async (token, expected) => {
    expect(await verdict(token)).toMatch(expected);
  });

  it.each([undefined, null, 0, false, {}, [signed()], new String(signed())])("is a text, not %j", async (token) => {
    expect(await verdict(token)).toBe("token.not-a-string");
  });

  it("has a largest size, checked first of all", async () => {
    const large = "x".repeat(16_385);
    expect(await verdict(large)).toBe("token.too-large");
    const long = signed({ theme: "x".repeat(12_300) });
    expect(long.length).toBeGreaterThan(16_384);
    expect(await verdict(long)).toBe("token.too-large");
    expect(await verdict("!".repeat(16_385))).toBe("token.too-large");
  });
});

describe("the keys", () => {
  const old = "TEST-ONLY-old-toy-secret-of-forty-chars";
  const fresh = "TEST-ONLY-new-toy-secret-of-forty-chars";

  it("all verify, and the first one signs", async () => {
    const before = toyProvider({ keys: ringOf(old) });
    const during = toyProvider({ keys: ringOf(fresh, old) });
    const after = toyProvider({ keys: ringOf(fresh) });
    const grant = { room: "standup", expiresIn: "1h" } as const;
    const { token: first } = await before.issue(grant);
    const { token: second } = await during.issue(grant);
    const verdicts = async (token: string): Promise<string[]> =>
      Promise.all([before, during, after].map((each) => outcomeOf(() => each.verify(token))));
    expect(await verdicts(first)).toEqual(["ok", "ok", "signature.mismatch"]);
    expect(await verdicts(second)).toEqual(["signature.mismatch", "ok", "ok"]);
  });

  it("that do not match are explained in the vendor's words, where it has some", async () => {
    const mismatch = { message: "The vendor may have signed it itself.", cure: "Ask the vendor." };
    const error = await errorOf(() => toyProvider({ keys: ringOf(old), mismatch }).verify(signed()));
    expect(error.toJSON()).toEqual({ name: "RoompassError", code: "signature.mismatch", ...mismatch });
    expect(error.cause).toBeUndefined();
    const other = await errorOf(() => toyProvider({ mismatch }).verify(signed({}, { alg: "none" })));
    expect(other.code).toBe("header.algorithm");
    expect((await errorOf(() => toyProvider({ keys: ringOf(old) }).verify(signed()))).message).toMatch(
      /^The signature does not match/,
    );
  });

  it("of one account do not open another", async () => {
    const other = toyProvider({ tenant: "other" });
    expect(await outcomeOf(() => other.verify(signed()))).toBe("policy.tenant issuance.tenant");
  });
});

it("the helper's claims are what a provider issues", async () => {
  const { token } = await provider.issue({ room: "standup", expiresIn: "1h" });
  expect(provider.inspect(token).claims).toEqual(goodClaims());
});

import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { createSigner, createVerifier } from "fast-jwt";
import { decodeJwt, jwtVerify, SignJWT } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { createKeyRing } from "./keys.js";
import { parseCompact } from "./parse-compact.js";
import { importSecret, Secret } from "./secret.js";
import { type SignOptions, signCompact } from "./sign-compact.js";
import { EXP, HEADER, mint, mintClaims, NOW, part, SECRET, tagOf } from "./testing/mint.js";
import { jsonwebtoken } from "./testing/verdicts.js";
import { verifySigned } from "./testing/verify-signed.js";
import { verifyCompact } from "./verify-compact.js";

const key = importSecret(SECRET, { algorithm: "HS256" });
const header = { algorithms: ["HS256"] };
const options = { header, keys: createKeyRing(key) };
const currentDate = new Date(NOW * 1000);

afterEach(() => {
  vi.restoreAllMocks();
});

const claimsArbitrary = fc
  .dictionary(
    fc.string({ minLength: 1, maxLength: 10, unit: "grapheme" }).filter((name) => name !== "__proto__"),
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 4 }),
      fc.record({ x: fc.integer() }),
    ),
    { maxKeys: 12 },
  )
  .map((claims) => {
    // Names that the libraries themselves check.
    for (const name of ["exp", "nbf", "iat", "aud", "iss", "sub", "jti"]) delete claims[name];
    return { ...claims, exp: EXP };
  });

describe("agreement with the common libraries", () => {
  it("all of them verify what is signed here, and read the same claims", async () => {
    await fc.assert(
      fc.asyncProperty(claimsArbitrary, async (claims) => {
        const text = await signCompact(claims, key);
        const expected: unknown = JSON.parse(JSON.stringify(claims));
        expect((await jwtVerify(text, SECRET, { currentDate })).payload).toEqual(expected);
        expect(jsonwebtoken.verify(text, Buffer.from(SECRET), { algorithms: ["HS256"], clockTimestamp: NOW })).toEqual(
          expected,
        );
        expect(createVerifier({ key: Buffer.from(SECRET), clockTimestamp: NOW * 1000 })(text)).toEqual(expected);
        expect(JSON.parse(JSON.stringify((await verifySigned(text, options)).claims))).toEqual(expected);
      }),
    );
  });

  it("what they sign verifies here", async () => {
    await fc.assert(
      fc.asyncProperty(claimsArbitrary, async (claims) => {
        const texts = [
          await new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(SECRET),
          jsonwebtoken.sign(claims, SECRET, { noTimestamp: true }),
          createSigner({ key: Buffer.from(SECRET), algorithm: "HS256", noTimestamp: true })(claims),
        ];
        for (const text of texts) {
          const verified = await verifySigned(text, options);
          expect(JSON.parse(JSON.stringify(verified.claims))).toEqual(JSON.parse(JSON.stringify(claims)));
        }
      }),
    );
  });

  it("jose accepts whatever is accepted here, and reads the same claims", async () => {
    let accepted = 0;
    const noise = fc.constantFrom(" ", "\ufeff", '"a":1,', '"a":1e999,', '"__proto__":1,', '"a":[[]],', "{", ",");
    const pieces = fc.oneof({ weight: 3, arbitrary: fc.constant("") }, noise);
    const endings = fc.oneof({ weight: 5, arbitrary: fc.constant("") }, fc.constantFrom("=", "A", "\n"));
    await fc.assert(
      fc.asyncProperty(pieces, pieces, endings, fc.json({ maxDepth: 3 }), async (before, inside, after, json) => {
        const text = `${mintClaims(`${before}{${inside}"b":${json},"exp":${EXP}}`)}${after}`;
        const verified = await verifySigned(text, options).catch(() => undefined);
        if (verified === undefined) return;
        accepted += 1;
        expect((await jwtVerify(text, SECRET, { currentDate })).payload).toEqual(decodeJwt(text));
        expect(JSON.stringify(verified.claims)).toBe(JSON.stringify(decodeJwt(text)));
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe("signCompact", () => {
  it("writes exactly the usual header and the claims as they are", async () => {
    const text = await signCompact({ b: 1, a: "é", exp: EXP }, key);
    const signingInput = `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${part({ b: 1, a: "é", exp: EXP })}`;
    expect(text).toBe(`${signingInput}.${tagOf(signingInput)}`);
    expect(await signCompact({}, importSecret(new Uint8Array(64).fill(200), { algorithm: "HS512" }))).toMatch(
      new RegExp(`^${part({ alg: "HS512", typ: "JWT" })}\\.`),
    );
  });

  it("adds header members, and replaces typ", async () => {
    const [head = ""] = (await signCompact({}, key, { header: { typ: "x+jwt", kid: "1", cty: "c" } })).split(".");
    expect(Buffer.from(head, "base64url").toString()).toBe('{"alg":"HS256","typ":"x+jwt","kid":"1","cty":"c"}');
  });

  it.each([
    { alg: "none" },
    { crit: "b64" },
    { b64: "false" },
    { jwk: "x" },
    { jku: "x" },
    { zip: "DEF" },
    { kid: "" },
    { kid: 1 },
    { kid: null },
  ])("refuses the header member %j", async (extra) => {
    await expect(signCompact({}, key, { header: extra } as SignOptions)).rejects.toMatchObject({
      code: "adapter.invalid",
    });
  });

  it("refuses claims that are no object of JSON, without quoting them", async () => {
    const cycle: Record<string, unknown> = { secretName: 1 };
    cycle.self = cycle;
    for (const claims of [cycle, { a: 1n }, [], null, undefined, "text", 5, new Date(), () => 1]) {
      const error: unknown = await signCompact(claims as object, key).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "grant.invalid" });
      expect((error as Error).cause).toBeUndefined();
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("secretName");
    }
  });

  it("refuses what is not a key", async () => {
    for (const value of [undefined, null, "secret", SECRET, {}, { algorithm: "HS256", sign: () => SECRET }]) {
      await expect(signCompact({}, value as unknown as Secret)).rejects.toMatchObject({ code: "key.unsuitable" });
    }
  });
});

describe("verifyCompact", () => {
  it("gives the key that the signature belongs to", async () => {
    expect((await verifySigned(mintClaims({ exp: EXP }), options)).key).toBe(key);
  });

  it("throws the first violation and lists all of them", async () => {
    const text = mint({ alg: "none", jku: "u" }, '{"a":1,"a":2}');
    await expect(verifySigned(text, options)).rejects.toMatchObject({
      code: "header.algorithm",
      path: "header.alg",
      details: { findings: ["header.algorithm", "header.unsupported-member", "token.duplicate-name"] },
    });
  });

  it("touches no key for a token with a fault", async () => {
    const spy = vi.spyOn(Secret.prototype as unknown as { checkSignature: () => boolean }, "checkSignature");
    const good = mintClaims({ exp: EXP });
    for (const text of [`${good}=`, ` ${good}`, good.slice(0, -1), mintClaims("[]"), "", "a.b.c", undefined]) {
      await expect(verifySigned(text, options)).rejects.toMatchObject({ code: expect.stringMatching(/^token\./) });
      await expect(verifyCompact(parseCompact(text, { header }), options.keys)).rejects.toThrow(RoompassError);
    }
    expect(spy).not.toHaveBeenCalled();
  });

  it("needs the parser's own result, not a copy of what it shows", async () => {
    const parsed = parseCompact(mintClaims({ exp: EXP }), { header });
    await expect(verifyCompact(parsed, options.keys)).resolves.toEqual({ key });
    const copy = { ...parsed } as unknown as typeof parsed;
    await expect(verifyCompact(copy, options.keys)).rejects.toMatchObject({ code: "signature.mismatch" });
  });

  it("refuses tags of other lengths and hashes", async () => {
    const signingInput = `${part(HEADER)}.${part({ exp: EXP })}`;
    const tag = createHmac("sha256", SECRET).update(signingInput).digest();
    const wrong = [
      ...Array.from({ length: 31 }, (_, index) => tag.subarray(0, index + 1)),
      Buffer.concat([tag, Buffer.alloc(1)]),
      Buffer.concat([tag, tag]),
      createHmac("sha384", SECRET).update(signingInput).digest(),
      createHmac("sha512", SECRET).update(signingInput).digest().subarray(0, 32),
      Buffer.alloc(32),
    ];
    for (const bytes of wrong) {
      await expect(verifySigned(`${signingInput}.${part(bytes)}`, options)).rejects.toMatchObject({
        code: "signature.mismatch",
      });
    }
  });

  it("refuses unless the check says exactly true", async () => {
    for (const answer of [undefined, null, 0, 1, "true", {}, new Error("x")]) {
      vi.spyOn(Secret.prototype as unknown as { checkSignature: () => unknown }, "checkSignature").mockReturnValue(
        answer,
      );
      await expect(verifySigned(mintClaims({}), options)).rejects.toMatchObject({ code: "signature.mismatch" });
    }
  });

  it("says the same a thousand times", async () => {
    const good = mintClaims({ exp: EXP });
    const bad = `${good.slice(0, -4)}AAAA`;
    for (let round = 0; round < 1000; round += 1) {
      expect((await verifySigned(good, options)).claims.exp).toBe(EXP);
      await expect(verifySigned(bad, options)).rejects.toMatchObject({ code: "signature.mismatch" });
    }
  });
});

describe("nothing of the token leaks", () => {
  const claims = { note: "sensitive-value", exp: EXP };
  const good = mintClaims(claims);
  const [head = "", body = "", tag = ""] = good.split(".");

  function expectClean(value: unknown): void {
    const views = [
      String(value),
      JSON.stringify(value),
      inspect(value, { depth: 10, showHidden: true, getters: true }),
    ];
    const bytes = [...Buffer.from(tag, "base64url")].slice(0, 6).join(", ");
    for (const view of views) {
      for (const piece of ["sensitive-value", body.slice(4, 24), tag.slice(0, 12), bytes])
        expect(view).not.toContain(piece);
    }
  }

  it.each([
    ["a wrong signature", `${head}.${body}.${tag.slice(0, 39)}AAAA`],
    ["a foreign character", `${good}\n`],
    ["a wrong algorithm", mint({ alg: "sensitive-value" }, claims)],
    ["a wrong type", mint({ alg: "HS256", typ: "sensitive-value" }, claims)],
    ["a foreign member", mint({ alg: "HS256", jku: "sensitive-value" }, claims)],
    ["a duplicate", mintClaims('{"a":"sensitive-value","a":"sensitive-value"}')],
    ["no JSON", mintClaims('{"a":sensitive-value}')],
    ["a bad number", mintClaims('{"note":"sensitive-value","a":1e999}')],
    ["too much", good.repeat(200)],
  ])("through the error about %s", async (_name, text) => {
    const error: unknown = await verifySigned(text, options).catch((reason: unknown) => reason);
    expect(RoompassError.isInstance(error)).toBe(true);
    expect((error as Error).cause).toBeUndefined();
    expectClean(error);
    expectClean(parseCompact(text, { header }).findings);
  });

  it("through the parsed token, except for what was decoded", () => {
    const parsed = parseCompact(good, { header });
    const views = [String(parsed), JSON.stringify(parsed), inspect(parsed, { depth: 10, showHidden: true })];
    for (const view of views) {
      expect(view).not.toContain(body.slice(4, 24));
      expect(view).not.toContain(tag.slice(0, 12));
    }
    expect(Object.keys(parsed).sort()).toEqual(["claims", "findings", "header"]);
    expect(parsed.text).toBe(good);
  });
});

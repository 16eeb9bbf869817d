import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { RoompassError } from "../errors/roompass-error.js";
import { importKey } from "./import-key.js";
import { createKeyRing } from "./keys.js";
import { importSecret, type SecretMaterial } from "./secret.js";
import { signCompact } from "./sign-compact.js";
import { EXP, mint, mintClaims, SECRET } from "./testing/mint.js";
import { verifySigned } from "./testing/verify-signed.js";
import { algorithms, type TokenKey } from "./token-key.js";

const options = { algorithm: "HS256" } as const;
const key = importSecret(SECRET, options);
const named = importSecret(SECRET, { ...options, keyId: "a" });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const jwk = (half: "publicKey" | "privateKey") => ec[half].export({ format: "jwk" }) as Record<string, unknown>;

async function refusalOf(attempt: () => unknown): Promise<RoompassError> {
  try {
    await attempt();
  } catch (error) {
    return error as RoompassError;
  }
  throw new Error("It was not refused.");
}

const secretOf = (material: unknown) => () => importSecret(material as SecretMaterial, options);
const headers = (header: object) => () => signCompact({}, key, { header: header as Record<string, string> });

/** What is attempted, the code, and the place: all that a program can act upon. */
const refusals: readonly (readonly [string, string, string | undefined, () => unknown])[] = [
  ["an empty secret", "key.empty", "secret", secretOf("")],
  ["a secret of the wrong type", "key.unsuitable", "secret", secretOf({ text: "x" })],
  ["a secret with half a surrogate pair", "key.unsuitable", "secret", secretOf("\ud800x")],
  ["a PEM as a secret", "key.unsuitable", "secret", secretOf("-----BEGIN PUBLIC KEY-----")],
  ["a secret for ES256", "key.unsuitable", "secret", () => importSecret(SECRET, { algorithm: "ES256" as "HS256" })],
  [
    "a foreign algorithm",
    "key.unsupported-algorithm",
    "algorithm",
    () => importKey(jwk("publicKey"), "none" as "ES256"),
  ],
  ["an empty key id", "key.unsuitable", "keyId", () => importSecret(SECRET, { ...options, keyId: "" })],
  [
    "a key id that is a number",
    "key.unsuitable",
    "keyId",
    () => importSecret(SECRET, { ...options, keyId: 1 as never }),
  ],
  ["no key", "key.empty", "key", () => importKey("", "ES256")],
  ["text that is no PEM", "key.unsuitable", "key", () => importKey("x", "ES256")],
  ["a JWK for another algorithm", "key.unsuitable", "key", () => importKey({ ...jwk("publicKey"), alg: "x" }, "ES256")],
  ["a JWK for encryption", "key.unsuitable", "key", () => importKey({ ...jwk("publicKey"), use: "enc" }, "ES256")],
  ["a JWK without a part", "key.unsuitable", "key", () => importKey({ ...jwk("publicKey"), y: "" }, "ES256")],
  ["no key in a ring", "key.empty", "keys", () => createKeyRing([])],
  ["a gap in a ring", "key.empty", "keys", () => createKeyRing([key, undefined as never])],
  [
    "a look-alike in a ring",
    "key.unsuitable",
    "keys",
    () => createKeyRing({ algorithm: "HS256" } as unknown as TokenKey),
  ],
  ["one key id twice", "key.unsuitable", "keys", () => createKeyRing([named, named])],
  ["another algorithm of a key", "key.unsuitable", undefined, () => key.sign("HS512" as "HS256", SECRET)],
  ["signing without a key", "key.unsuitable", "key", () => signCompact({}, {} as TokenKey)],
  [
    "signing with a public key",
    "key.unsuitable",
    undefined,
    async () => signCompact({}, await importKey(jwk("publicKey"), "ES256")),
  ],
  ["claims that are no object", "grant.invalid", "claims", () => signCompact([], key)],
  ["a header's algorithm", "adapter.invalid", "header.alg", headers({ alg: "HS256" })],
  ["a forbidden header member", "adapter.invalid", "header.crit", headers({ crit: "b64" })],
  ["an unknown kid", "header.key-id", "header.kid", () => createKeyRing(named).candidates({ alg: "HS256", kid: "b" })],
  [
    "a kid that is no text",
    "header.key-id",
    "header.kid",
    () => createKeyRing(named).candidates({ alg: "HS256", kid: 1 }),
  ],
  [
    "no key of the algorithm",
    "header.algorithm",
    "header.alg",
    () => createKeyRing([key, named]).candidates({ alg: "ES256" }),
  ],
  [
    "a foreign signature",
    "signature.mismatch",
    undefined,
    () => verify(mint({ alg: "HS256" }, {}, new Uint8Array(32).fill(1))),
  ],
];

function verify(text: string): Promise<unknown> {
  return verifySigned(text, { header: { algorithms: ["HS256"] }, keys: createKeyRing(key) });
}

describe("a refusal", () => {
  it.each(refusals)("of %s says what is wrong, where, and what to do", async (_name, code, path, attempt) => {
    const error = await refusalOf(attempt);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.message).toMatch(/\w \w.*\./);
    expect(error.cure).toMatch(/\w \w.*\./);
  });

  it("tells the things apart that have one code", async () => {
    const told = await Promise.all(
      refusals.map(async ([, , path, attempt]) => `${path?.split(".")[0]}: ${(await refusalOf(attempt)).message}`),
    );
    // The two key ids, the two headers and the two kids are one thing each.
    expect(new Set(told).size).toBe(refusals.length - 3);
  });

  it("of an algorithm lists those that there are", async () => {
    const error = await refusalOf(() => importKey(jwk("publicKey"), "none" as "ES256"));
    expect(error.details).toEqual({ supported: ["HS256", "HS384", "HS512", "RS256", "ES256"] });
    expect(error.details?.["supported"]).toBe(algorithms);
    expect(Object.isFrozen(algorithms)).toBe(true);
  });

  it("by a key names the key's algorithm", async () => {
    const publicKey = await importKey(jwk("publicKey"), "ES256");
    expect((await refusalOf(() => publicKey.sign("ES256", SECRET))).details).toEqual({ algorithm: "ES256" });
    expect((await refusalOf(() => key.verify("ES256" as "HS256", SECRET, SECRET))).details).toEqual({
      algorithm: "HS256",
    });
    expect((await refusalOf(() => importKey({ kty: "EC" }, "ES256"))).details).toEqual({ algorithm: "ES256" });
  });
});

describe("what a key shows of itself", () => {
  it("is its algorithm and its id", async () => {
    const publicKey = await importKey(jwk("publicKey"), "ES256");
    expect([String(publicKey), String(key)]).toEqual(["[key for ES256]", "[key for HS256]"]);
    expect([publicKey.toJSON(), named.toJSON()]).toStrictEqual([
      { algorithm: "ES256" },
      { algorithm: "HS256", keyId: "a" },
    ]);
    expect([publicKey.findings, publicKey.keyId]).toEqual([[], undefined]);
    expect(await verify(mintClaims({ exp: EXP }))).toMatchObject({ key });
  });
});

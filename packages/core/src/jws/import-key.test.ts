import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { inspect } from "node:util";
import { jwtVerify, SignJWT } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { importKey, type JsonWebKeyInput } from "./import-key.js";
import { createKeyRing } from "./keys.js";
import { signCompact } from "./sign-compact.js";
import { certificateFor } from "./testing/certificate.js";
import { EXP, NOW, SECRET } from "./testing/mint.js";
import { verifySigned } from "./testing/verify-signed.js";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const smallRsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" });

const jwk = (key: KeyObject): JsonWebKeyInput => key.export({ format: "jwk" }) as JsonWebKeyInput;
const pkcs8 = (key: KeyObject): string => key.export({ format: "pem", type: "pkcs8" }) as string;
const spki = (key: KeyObject): string => key.export({ format: "pem", type: "spki" }) as string;

async function codeOf(material: unknown, algorithm: string): Promise<string> {
  return importKey(material as string, algorithm as "RS256").then(
    () => "A",
    (error: { code: string }) => error.code,
  );
}

async function messageOf(material: unknown, algorithm: string): Promise<string> {
  return importKey(material as string, algorithm as "RS256").then(
    () => "A",
    (error: Error) => error.message,
  );
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  ["RS256", rsa],
  ["ES256", ec],
] as const)("%s", (algorithm, pair) => {
  const rules = { algorithms: [algorithm] };

  it.each([
    ["JWK", jwk(pair.privateKey), jwk(pair.publicKey)],
    ["PEM", pkcs8(pair.privateKey), spki(pair.publicKey)],
    [
      "a JWK for signatures",
      { ...jwk(pair.privateKey), use: "sig", kid: "" },
      { ...jwk(pair.publicKey), alg: algorithm },
    ],
    ["PEM and a certificate", pkcs8(pair.privateKey), certificateFor(pair.publicKey)],
    ["PEM with blank lines around it", `\n${pkcs8(pair.privateKey)}\n`, `\n${spki(pair.publicKey)}\n`],
  ])("signs and verifies with a key in %s", async (_name, privateMaterial, publicMaterial) => {
    const signer = await importKey(privateMaterial, algorithm);
    const verifier = await importKey(publicMaterial, algorithm);
    expect([signer.canSign, verifier.canSign]).toEqual([true, false]);
    const text = await signCompact({ exp: EXP, room: "r" }, signer);
    for (const key of [signer, verifier]) {
      const { claims } = await verifySigned(text, { header: rules, keys: createKeyRing(key) });
      expect({ ...claims }).toEqual({ exp: EXP, room: "r" });
    }
    await expect(
      jwtVerify(text, createPublicKey(spki(pair.publicKey)), { currentDate: new Date(NOW * 1000) }),
    ).resolves.toMatchObject({ payload: { room: "r" }, protectedHeader: { alg: algorithm, typ: "JWT" } });
    await expect(signCompact({}, verifier)).rejects.toMatchObject({ code: "key.unsuitable" });
  });

  it("verifies what jose signs, and nothing that was changed", async () => {
    const keys = createKeyRing(await importKey(spki(pair.publicKey), algorithm));
    const text = await new SignJWT({ exp: EXP }).setProtectedHeader({ alg: algorithm }).sign(pair.privateKey);
    expect((await verifySigned(text, { header: rules, keys })).claims.exp).toBe(EXP);
    const [head = "", body = "", tag = ""] = text.split(".");
    const otherBody = Buffer.from(JSON.stringify({ exp: EXP + 1 })).toString("base64url");
    const otherTag = tag.replace(/^./, tag.startsWith("A") ? "B" : "A");
    for (const changed of [`${head}.${otherBody}.${tag}`, `${head}.${body}.${otherTag}`, `${head}.${body}.AAAA`]) {
      await expect(verifySigned(changed, { header: rules, keys })).rejects.toMatchObject({
        code: "signature.mismatch",
      });
    }
  });

  it("shows nothing of a private key", async () => {
    const key = await importKey(jwk(pair.privateKey), algorithm, { keyId: "k1" });
    const views = [
      String(key),
      JSON.stringify(key),
      inspect(key, { depth: 10, showHidden: true, customInspect: false }),
    ];
    for (const view of views) expect(view).not.toContain((jwk(pair.privateKey).d as string).slice(0, 10));
    expect(key.keyId).toBe("k1");
  });

  it("takes members that are undefined for absent, as some platforms export a key", async () => {
    const undefinedMembers = { oth: undefined, k: undefined, alg: undefined, use: undefined, kid: undefined };
    const privateKey = await importKey({ ...undefinedMembers, ...jwk(pair.privateKey) }, algorithm);
    const none = { d: undefined, p: undefined, q: undefined, dp: undefined, dq: undefined, qi: undefined };
    const publicKey = await importKey({ ...none, ...undefinedMembers, ...jwk(pair.publicKey) }, algorithm);
    expect([privateKey.canSign, publicKey.canSign]).toEqual([true, false]);
  });

  it("refuses a private key whose halves do not belong together", async () => {
    const other =
      algorithm === "RS256"
        ? generateKeyPairSync("rsa", { modulusLength: 2048 })
        : generateKeyPairSync("ec", { namedCurve: "P-256" });
    const mixed = { ...jwk(other.publicKey), ...pickPrivate(jwk(pair.privateKey)) };
    expect(await codeOf(mixed, algorithm)).toBe("key.unsuitable");
  });

  it("refuses a private key that the platform imports and cannot use", async () => {
    for (const operation of ["sign", "verify"] as const) {
      vi.spyOn(crypto.subtle, operation).mockRejectedValueOnce(new Error("refused"));
      expect(await messageOf(jwk(pair.privateKey), algorithm)).toMatch(/do not belong together/);
    }
    expect(await messageOf(jwk(pair.privateKey), algorithm)).toBe("A");
  });
});

function pickPrivate(parts: JsonWebKeyInput): JsonWebKeyInput {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => ["d", "p", "q", "dp", "dq", "qi"].includes(name)));
}

describe("what does not fit", () => {
  it.each<[string, unknown, string]>([
    ["an EC key for RS256", jwk(ec.privateKey), "RS256"],
    ["an RSA key for ES256", jwk(rsa.publicKey), "ES256"],
    ["an RSA PEM for ES256", spki(rsa.publicKey), "ES256"],
    ["an EC PEM for RS256", pkcs8(ec.privateKey), "RS256"],
    ["P-384 for ES256", jwk(p384.publicKey), "ES256"],
    ["P-384 for ES256 in PEM", spki(p384.publicKey), "ES256"],
    ["1024 bits", jwk(smallRsa.publicKey), "RS256"],
    ["1024 bits in PEM", pkcs8(smallRsa.privateKey), "RS256"],
    ["PKCS#1", rsa.privateKey.export({ format: "pem", type: "pkcs1" }), "RS256"],
    ["SEC1", ec.privateKey.export({ format: "pem", type: "sec1" }), "ES256"],
    ["a secret", "a secret of some thirty-two bytes", "RS256"],
    ["JWK as text", JSON.stringify(jwk(rsa.publicKey)), "RS256"],
    ["a cut PEM", spki(rsa.publicKey).slice(0, 200), "RS256"],
    ["a broken certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "RS256"],
    ["a JWK for another algorithm", { ...jwk(rsa.publicKey), alg: "PS256" }, "RS256"],
    ["a JWK for encryption", { ...jwk(rsa.publicKey), use: "enc" }, "RS256"],
    ["a JWK with more primes", { ...jwk(rsa.privateKey), oth: [] }, "RS256"],
    ["a JWK with a part missing", { ...jwk(rsa.privateKey), dp: undefined }, "RS256"],
    ["a JWK with an empty part", { ...jwk(ec.publicKey), x: "" }, "ES256"],
    ["a point off the curve", { ...jwk(ec.publicKey), x: Buffer.alloc(32, 1).toString("base64url") }, "ES256"],
    ["a JWK without type", { n: "AQAB", e: "AQAB" }, "RS256"],
    ["a JWK of another type", { ...jwk(rsa.publicKey), kty: "oct" }, "RS256"],
    ["a JWK of another curve", { ...jwk(ec.publicKey), crv: "secp256k1" }, "ES256"],
    ["a JWK with half of its private parts", { ...jwk(rsa.publicKey), d: jwk(rsa.privateKey).d }, "RS256"],
    ["a JWK whose part is a list of one", { ...jwk(rsa.publicKey), e: ["AQAB"] }, "RS256"],
    ["an RSA JWK with an oct's value", { kty: "RSA", k: Buffer.from(SECRET).toString("base64url") }, "HS256"],
    ["a number", 7, "RS256"],
    ["a number for HS256", 7, "HS256"],
    ["an array", [jwk(rsa.publicKey)], "RS256"],
    ["a public key for HS256", spki(rsa.publicKey), "HS256"],
    ["a public JWK for HS256", jwk(rsa.publicKey), "HS256"],
    ["text for HS256", "a secret of some thirty-two bytes", "HS256"],
    ["an oct JWK of another algorithm", { kty: "oct", k: "AAAA", alg: "HS512" }, "HS256"],
    ["an oct JWK with padding", { kty: "oct", k: "AQ==" }, "HS256"],
  ])("%s", async (_name, material, algorithm) => {
    expect(await codeOf(material, algorithm)).toBe("key.unsuitable");
  });

  it("is told apart", async () => {
    expect(await messageOf(jwk(smallRsa.publicKey), "RS256")).toMatch(/too short/);
    expect(await messageOf(spki(rsa.publicKey), "ES256")).toMatch(/does not fit/);
    expect(await messageOf("text", "ES256")).toMatch(/PKCS#8/);
  });

  it("is the key, also where the value of an oct is no text", async () => {
    const refusal = importKey({ kty: "oct", k: 7 }, "HS256");
    await expect(refusal).rejects.toMatchObject({ code: "key.unsuitable", path: "key" });
  });

  it.each([undefined, null, "", 0, false, Number.NaN])("no key at all: %s", async (material) => {
    for (const algorithm of ["RS256", "ES256", "HS256"]) expect(await codeOf(material, algorithm)).toBe("key.empty");
  });

  it.each(["none", "", "rs256", "PS256", "ES384", "EdDSA", "RS512", undefined, null, ["RS256"], "__proto__"])(
    "the algorithm %j",
    async (algorithm) => {
      expect(await codeOf(jwk(rsa.publicKey), algorithm as string)).toBe("key.unsupported-algorithm");
    },
  );

  it("leaves nothing of the key in the error", async () => {
    const marked = { kty: "RSA", n: "sensitive-value", e: "AQAB" };
    const pem = "-----BEGIN PRIVATE KEY-----\nsensitive-value\n-----END PRIVATE KEY-----";
    for (const material of [marked, pem, "sensitive-value"]) {
      const error = await importKey(material, "RS256").catch((reason: unknown) => reason);
      for (const view of [String(error), JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })]) {
        expect(view).not.toContain("sensitive-value");
      }
    }
  });
});

describe("oct keys and key ids", () => {
  it("takes a symmetric JWK", async () => {
    const k = Buffer.from(SECRET).toString("base64url");
    for (const algorithm of ["HS256", "HS384", "HS512"] as const) {
      const key = await importKey({ kty: "oct", k, alg: algorithm, kid: "from-jwk" }, algorithm);
      const text = await signCompact({ exp: EXP }, key);
      const { claims } = await verifySigned(text, { header: { algorithms: [algorithm] }, keys: createKeyRing(key) });
      expect(claims.exp).toBe(EXP);
      expect(key.keyId).toBe("from-jwk");
      await expect(
        jwtVerify(text, SECRET, { currentDate: new Date(NOW * 1000) }).catch((error: Error) => error.name),
      ).resolves.toBeDefined();
    }
    expect((await importKey({ kty: "oct", k, kid: "from-jwk" }, "HS256", { keyId: "own" })).keyId).toBe("own");
    for (const kid of [5, "", null]) {
      expect((await importKey({ kty: "oct", k, kid }, "HS256")).keyId).toBeUndefined();
    }
  });
});

import { createHmac, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { importSecret, type SecretMaterial } from "./secret.js";
import { EXP, mint, NOW } from "./testing/mint.js";
import { jsonwebtoken } from "./testing/verdicts.js";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });

const spki = (key: KeyObject) => key.export({ format: "pem", type: "spki" }) as string;

// The frame of a certificate around bytes of chance: what counts here is only that it is none of our secrets.
const certificate = `-----BEGIN CERTIFICATE-----\n${randomBytes(300).toString("base64")}\n-----END CERTIFICATE-----\n`;

const others: readonly (readonly [string, string])[] = [
  ["RSA public key", spki(rsa.publicKey)],
  ["RSA public key, PKCS#1", rsa.publicKey.export({ format: "pem", type: "pkcs1" }) as string],
  ["RSA private key", rsa.privateKey.export({ format: "pem", type: "pkcs8" }) as string],
  ["EC public key", spki(ec.publicKey)],
  ["EC private key, SEC1", ec.privateKey.export({ format: "pem", type: "sec1" }) as string],
  ["certificate", certificate],
  ["PEM with escaped line breaks", spki(rsa.publicKey).replaceAll("\n", "\\n")],
  ["public JWK", JSON.stringify(rsa.publicKey.export({ format: "jwk" }))],
  ["JWK with blanks", JSON.stringify(ec.publicKey.export({ format: "jwk" }), null, 2)],
  [
    "JWK with an escaped name",
    JSON.stringify(ec.publicKey.export({ format: "jwk" })).replace("kty", "\\u006bt\\u0079"),
  ],
  ["JWK set", JSON.stringify({ keys: [rsa.publicKey.export({ format: "jwk" })] })],
  ["ssh key", `ssh-rsa AAAAB3NzaC1yc2E${randomBytes(200).toString("base64")} user@host`],
];

const prefixes: readonly string[] = [
  ...[
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\v",
    "\f",
    "\0",
    "\0\0",
    "\ufeff",
    "\u00a0",
    "\u200b",
    "\u2028",
    "\u2029",
    "\u3000",
  ],
  ...["\u0001", "\u001b", "\u007f", "\u0085", "x", "-", "--", "#", "//", "/*", "{", "{}", "[", '"', "'", "`", ",", ";"],
  ...["key=", "PUBLIC_KEY=", "Bag Attributes\n", "-----END X-----\n", "\u{1f511}", "\u00ef\u00bb\u00bf", "data:,"],
];

function codeOf(material: SecretMaterial): string {
  try {
    importSecret(material, { algorithm: "HS256" });
    return "A";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("a key of another kind is no HMAC secret", () => {
  it("counts forty prefixes", () => {
    expect(new Set(prefixes).size).toBeGreaterThanOrEqual(40);
  });

  it.each(others)("%s, whatever stands before it, as text and as bytes", (_name, text) => {
    for (const prefix of prefixes) {
      expect(codeOf(prefix + text)).toBe("key.unsuitable");
      expect(codeOf(Buffer.from(prefix + text))).toBe("key.unsuitable");
      expect(codeOf({ hex: Buffer.from(prefix + text).toString("hex") })).toBe("key.unsuitable");
    }
  });

  it.each(others)("%s, in UTF-16 and in base64", (_name, text) => {
    expect(codeOf(Buffer.from(text, "utf16le"))).toBe("key.unsuitable");
    expect(codeOf(Buffer.from(`\ufeff${text}`, "utf16le"))).toBe("key.unsuitable");
    expect(codeOf({ base64: Buffer.from(text).toString("base64") })).toBe("key.unsuitable");
  });

  it("nor is one in DER, as bytes or in base64", () => {
    const structures: Buffer[] = [];
    for (const { publicKey, privateKey } of [rsa, ec, generateKeyPairSync("ed25519")]) {
      structures.push(publicKey.export({ format: "der", type: "spki" }));
      structures.push(privateKey.export({ format: "der", type: "pkcs8" }));
    }
    structures.push(rsa.publicKey.export({ format: "der", type: "pkcs1" }));
    structures.push(ec.privateKey.export({ format: "der", type: "sec1" }));
    for (const der of structures) {
      expect(codeOf(der)).toBe("key.unsuitable");
      expect(codeOf(der.toString("base64"))).toBe("key.unsuitable");
      expect(codeOf(der.toString("base64").replaceAll(/(.{64})/g, "$1\n"))).toBe("key.unsuitable");
      expect(codeOf(der.toString("base64url"))).toBe("key.unsuitable");
    }
    expect(codeOf(Buffer.from(spki(rsa.publicKey)).toString("base64"))).toBe("key.unsuitable");
  });

  it("but secrets that merely look odd are", () => {
    const odd = [
      "{not a key, thirty-two bytes long}",
      '{"k":"v","long":"enough-for-a-key"}',
      "BEGIN-my-secret-that-is-long-enough!",
    ];
    for (const text of odd) expect(codeOf(text)).toBe("A");
    for (let round = 0; round < 2000; round += 1) {
      expect(codeOf(randomBytes(64))).toBe("A");
      expect(codeOf(randomBytes(48).toString("base64"))).toBe("A");
    }
  });
});

describe("short and empty keys: what the common libraries do", () => {
  const token = (secret: Uint8Array) => mint({ alg: "HS256" }, { exp: EXP }, secret);
  const options = { algorithms: ["HS256"], currentDate: new Date(NOW * 1000), clockTimestamp: NOW };

  it("31 bytes: both take it silently, here it is a warning", async () => {
    const secret = Buffer.alloc(31, 7);
    await expect(jwtVerify(token(secret), secret, options)).resolves.toBeDefined();
    expect(jsonwebtoken.verify(token(secret), secret, options)).toBeDefined();
    expect(importSecret(secret, { algorithm: "HS256" }).findings.map(({ id }) => id)).toEqual(["lint.short-key"]);
  });

  it("no bytes: jsonwebtoken takes it, jose and we do not", async () => {
    const secret = Buffer.alloc(0);
    await expect(jwtVerify(token(secret), secret, options)).rejects.toThrow();
    expect(jsonwebtoken.verify(token(secret), secret, options)).toBeDefined();
    expect(codeOf(secret)).toBe("key.empty");
    // The same tag comes from a key of NULs, which is therefore refused, too.
    expect(createHmac("sha256", Buffer.alloc(32)).update("x").digest()).toEqual(
      createHmac("sha256", "").update("x").digest(),
    );
  });
});

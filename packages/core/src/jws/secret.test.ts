import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { importSecret, Secret, type SecretMaterial } from "./secret.js";
import { SECRET } from "./testing/mint.js";
import { TokenKey } from "./token-key.js";

const options = { algorithm: "HS256" } as const;
const LONG = "K7f!x2Qm9#Lw4Zp8@Rt6Yb3&Vn5Hc1Jd0";

function codeOf(material: unknown): string {
  try {
    importSecret(material as SecretMaterial, options);
    return "A";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

function lints(material: SecretMaterial): string[] {
  const { findings } = importSecret(material, options);
  expect(findings.every(({ severity }) => severity === "warning")).toBe(true);
  return findings.map(({ id }) => id);
}

/** A function that looks like hexadecimal text from outside. */
const withHex = (made: () => string): unknown =>
  Object.defineProperty(made, "hex", { value: "abcd", enumerable: true });

describe("what is no secret", () => {
  it.each([
    ["", undefined, null, false, 0, -0, Number.NaN, 0n, new Uint8Array(0), Buffer.alloc(0)],
    [" ", "\n", "\t \r\n", "\u00a0", { base64: "" }, { hex: "" }, { base64url: "" }],
    // Equal to the empty key, because HMAC fills a key up with NULs.
    ["\0", "\0\0\0", new Uint8Array(32), { hex: "0000" }],
  ])("is empty (%#)", (...materials) => {
    for (const material of materials) expect(codeOf(material)).toBe("key.empty");
  });

  it.each([
    [true, 1, Number.POSITIVE_INFINITY, Symbol("s"), () => LONG, 5n],
    [
      {},
      [],
      [LONG],
      { toString: (): string => LONG },
      { valueOf: (): string => LONG },
      { [Symbol.toPrimitive]: () => LONG },
    ],
    [new String(LONG), new Date(), new Map(), { secret: LONG }, { base64: LONG, hex: "00" }, { hex: 12 }],
    [{ text: LONG }, new ArrayBuffer(32), new Uint16Array(32).fill(1), new DataView(new ArrayBuffer(8))],
    [{ base64: "a-b_" }, { base64: "AAAAA" }, { base64: "AB==" }, { base64url: "+/AA" }, { hex: "0g" }, { hex: "123" }],
    [`${LONG}\ud800`, `\udc00${LONG}`],
    [importSecret(LONG, options)],
    [{ octets: "abcd" }, withHex(() => LONG)],
  ])("is of the wrong type (%#)", (...materials) => {
    for (const material of materials) expect(codeOf(material)).toBe("key.unsuitable");
  });

  it("is refused by the constructor as well", () => {
    expect(() => new Secret("", options)).toThrow(expect.objectContaining({ code: "key.empty" }));
    expect(() => new Secret(LONG, undefined as never)).toThrow(
      expect.objectContaining({ code: "key.unsupported-algorithm" }),
    );
    expect(() => importSecret(LONG, { algorithm: "RS256" as "HS256" })).toThrow(
      expect.objectContaining({ code: "key.unsuitable" }),
    );
    expect(() => importSecret(LONG, { ...options, keyId: "" })).toThrow(expect.objectContaining({ path: "keyId" }));
  });
});

describe("what a secret is used as", () => {
  const data = new Uint8Array([1, 2, 3]);
  const expected = (bytes: string | Uint8Array) => createHmac("sha256", bytes).update(data).digest("hex");
  const actual = async (material: SecretMaterial) =>
    Buffer.from(await importSecret(material, options).sign("HS256", data)).toString("hex");

  it("is its UTF-8 bytes, its own bytes, or the decoded ones", async () => {
    expect(await actual(LONG)).toBe(expected(LONG));
    expect(await actual("päß\u{1f511}")).toBe(expected(Buffer.from("päß\u{1f511}")));
    expect(await actual(SECRET)).toBe(expected(SECRET));
    expect(await actual(Buffer.from(SECRET))).toBe(expected(SECRET));
    expect(await actual({ hex: Buffer.from(SECRET).toString("hex").toUpperCase() })).toBe(expected(SECRET));
    expect(await actual({ base64: Buffer.from(SECRET).toString("base64") })).toBe(expected(SECRET));
    expect(await actual({ base64: Buffer.from(SECRET).toString("base64").replace("=", "") })).toBe(expected(SECRET));
    expect(await actual({ base64url: Buffer.from(SECRET).toString("base64url") })).toBe(expected(SECRET));
  });

  it("is never trimmed and never decoded by itself", async () => {
    for (const text of [` ${LONG}`, `${LONG}\n`, `\ufeff${LONG}`, "00ff00ff", "c2VjcmV0c2VjcmV0"]) {
      expect(await actual(text)).toBe(expected(text));
    }
  });

  it("is a copy", async () => {
    const bytes = Uint8Array.from(SECRET);
    const secret = importSecret(bytes, options);
    bytes.fill(1);
    expect(Buffer.from(await secret.sign("HS256", data)).toString("hex")).toBe(expected(SECRET));
  });

  it.each([
    ["HS384", "sha384"],
    ["HS512", "sha512"],
  ] as const)("works for %s", async (algorithm, hash) => {
    const secret = importSecret(new Uint8Array(64).fill(200), { algorithm });
    const tag = await secret.sign(algorithm, data);
    expect(Buffer.from(tag)).toEqual(createHmac(hash, new Uint8Array(64).fill(200)).update(data).digest());
    expect(await secret.verify(algorithm, data, tag)).toBe(true);
    expect(await secret.verify(algorithm, data, tag.subarray(1))).toBe(false);
  });

  it("belongs to one algorithm, checked at every use", () => {
    const secret = importSecret(LONG, options);
    const unsuitable = expect.objectContaining({ code: "key.unsuitable" });
    for (const other of ["HS512", "RS256", "none", "", undefined, "hs256"]) {
      expect(() => secret.sign(other as "HS256", data)).toThrow(unsuitable);
      expect(() => secret.verify(other as "HS256", data, new Uint8Array(32))).toThrow(unsuitable);
    }
    // @ts-expect-error A secret of one algorithm is not one of another.
    const other: Secret<"HS512"> = secret;
    expect(other.algorithm).toBe("HS256");
  });
});

describe("doubts about a secret", () => {
  it("has none about a long random one", () => {
    expect(lints(LONG)).toEqual([]);
    expect(lints(SECRET)).toEqual([]);
  });

  it("finds it short below the length of the tag", () => {
    expect(lints("a".repeat(31))).toEqual(["lint.short-key"]);
    expect(lints("a".repeat(32))).toEqual([]);
    expect(lints("\u00e9".repeat(16))).toEqual([]);
    expect(lints(SECRET.subarray(0, 31))).toEqual(["lint.short-key"]);
    const ids = (length: number, algorithm: "HS384" | "HS512") =>
      importSecret("a".repeat(length), { algorithm }).findings.map(({ id }) => id);
    expect([ids(47, "HS384"), ids(48, "HS384")]).toEqual([["lint.short-key"], []]);
    expect([ids(63, "HS512"), ids(64, "HS512")]).toEqual([["lint.short-key"], []]);
  });

  it("finds white space, NUL and byte order marks in text, also when it came as the bytes of a file", () => {
    for (const text of [`${LONG}\n`, `${LONG} `, ` ${LONG}`, `${LONG}\0`, `a\0${LONG}`, `\ufeff${LONG}`]) {
      expect(lints(text)).toEqual(["lint.secret-whitespace"]);
    }
    expect(lints(Buffer.from(`${LONG}\n`))).toEqual(["lint.secret-whitespace"]);
    // Bytes of chance may well end like that.
    expect(lints(Uint8Array.from([...SECRET, 0x0a]))).toEqual([]);
    expect(lints({ hex: `${"ab".repeat(32)}0a` })).toEqual([]);
    // The first byte that is not ASCII makes it bytes.
    expect(lints(Buffer.from(`${LONG}\u007f\n`))).toEqual(["lint.secret-whitespace"]);
    expect(lints(Uint8Array.from([...Buffer.from(LONG), 0x80, 0x0a]))).toEqual([]);
  });

  it.each([
    "secret",
    "changeme",
    "your-api-key",
    "YOUR_API_KEY",
    "test",
    "password",
    "Change Me!",
    "your-256-bit-secret",
  ])("finds the placeholder %j", (text) => {
    expect(lints(text)).toContain("lint.placeholder-secret");
    expect(lints(Buffer.from(text))).toContain("lint.placeholder-secret");
  });
});

describe("the list of placeholders", () => {
  it.each([
    ..."secret your256bitsecret mysecret secretkey topsecret sharedsecret yourapisecret apikey yourkeyhere".split(" "),
    ..."password insertkeyhere test examplekey placeholder 12345678 deadbeef shhhhh".split(" "),
  ])("has %s, however it is written", (word) => {
    const spelled = [word, word.toUpperCase(), [...word].join("_"), `<${word}>`, word.padEnd(64, ".")];
    for (const text of spelled) expect(lints(text)).toContain("lint.placeholder-secret");
    // A long text that has hardly any letters is somebody's choice and not an example.
    expect(lints(word.padEnd(65, "."))).not.toContain("lint.placeholder-secret");
    expect(lints(`${word}${word}q`)).not.toContain("lint.placeholder-secret");
  });

  it("does not have texts without any letter or digit", () => {
    expect(lints("-".repeat(40))).toEqual([]);
  });

  it("is one of three doubts, each with its own words and cure", () => {
    const { findings } = importSecret("test\n", options);
    expect(findings.map(({ id }) => id)).toEqual([
      "lint.short-key",
      "lint.secret-whitespace",
      "lint.placeholder-secret",
    ]);
    expect(findings[0]?.message).toMatch(/ 5 bytes.* 32\./);
    for (const { path, message, cure } of findings) {
      expect(path).toBe("secret");
      expect(message).toMatch(/\w \w.*\.$/);
      expect(cure).toMatch(/\w \w.*\.$/);
    }
    expect(new Set(findings.flatMap(({ message, cure }) => [message, cure])).size).toBe(6);
  });
});

describe("a secret is never shown", () => {
  it.each([
    ["text", LONG],
    ["bytes", Buffer.from(LONG)],
    ["short text", "hunter2-hunter2"],
  ])("%s", async (_name, material) => {
    const text = String(material);
    const secret = importSecret(material, { ...options, keyId: "key-1" });
    const views = (): string[] => [
      String(secret),
      `${secret}`,
      JSON.stringify(secret),
      JSON.stringify({ nested: [secret] }),
      inspect(secret, { depth: 10, showHidden: true }),
      inspect(secret, { depth: 10, showHidden: true, customInspect: false, getters: true }),
      inspect({ nested: [secret] }, { depth: 10, showHidden: true }),
      JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
      JSON.stringify({ ...secret }),
      JSON.stringify(secret.findings),
    ];
    const forms = [
      text,
      Buffer.from(text).toString("hex"),
      Buffer.from(text).toString("base64url"),
      [...Buffer.from(text)].join(","),
    ];
    const check = (): void => {
      for (const view of views()) {
        for (const form of forms) expect(view.replaceAll(/\s/g, "")).not.toContain(form.slice(0, 12));
      }
    };
    check();
    await secret.sign("HS256", new Uint8Array(1));
    check();
    expect(inspect(secret)).toBe("[key for HS256]");
    expect(JSON.parse(JSON.stringify(secret))).toEqual({ algorithm: "HS256", keyId: "key-1" });
    expect(() => structuredClone(secret).sign("HS256", new Uint8Array(1))).toThrow();
  });

  it("also not in the errors about it", () => {
    const marked = `sensitive-value-${LONG}`;
    for (const material of [`${marked}\ud800`, { hex: marked }, { toString: () => marked }, `-----BEGIN ${marked}`]) {
      try {
        importSecret(material as SecretMaterial, options);
        expect.unreachable();
      } catch (error) {
        const views = [String(error), JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })];
        for (const view of views) expect(view).not.toContain("sensitive-value");
      }
    }
  });

  it("is told from look-alikes", () => {
    expect(TokenKey.isKey(importSecret(LONG, options))).toBe(true);
    const imitation = Object.setPrototypeOf({ algorithm: "HS256" }, Secret.prototype) as unknown;
    for (const value of [imitation, {}, null, undefined, LONG, SECRET, structuredClone({ algorithm: "HS256" })]) {
      expect(TokenKey.isKey(value)).toBe(false);
    }
  });
});

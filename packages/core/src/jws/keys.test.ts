import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { importKey } from "./import-key.js";
import { createKeyRing, KeyRing } from "./keys.js";
import { importSecret, type Secret } from "./secret.js";
import { signCompact } from "./sign-compact.js";
import { EXP, mint, SECRET } from "./testing/mint.js";
import { verifySigned } from "./testing/verify-signed.js";
import type { TokenKey } from "./token-key.js";

const secret = (fill: number, keyId?: string): Secret<"HS256"> =>
  importSecret(new Uint8Array(32).fill(fill), { algorithm: "HS256", ...(keyId === undefined ? {} : { keyId }) });

const header = { algorithms: ["HS256"], members: ["kid"] };

async function codeOf(text: string, keys: KeyRing, rules = header): Promise<string> {
  return verifySigned(text, { header: rules, keys }).then(
    () => "A",
    (error: { code: string }) => error.code,
  );
}

describe("rotation", () => {
  it("signs with the first key and verifies with all of them", async () => {
    const [older, newer, foreign] = [secret(201), secret(202), secret(203)];
    const ring = createKeyRing([newer, older]);
    expect(ring.signer).toBe(newer);
    expect((await verifySigned(await signCompact({}, ring.signer), { header, keys: ring })).key).toBe(newer);
    expect((await verifySigned(await signCompact({}, older), { header, keys: ring })).key).toBe(older);
    expect(await codeOf(await signCompact({}, foreign), ring)).toBe("signature.mismatch");
  });

  it("cannot be changed from outside", () => {
    const list = [secret(201)];
    const ring = createKeyRing(list);
    list.push(secret(202));
    expect(ring.keys.length).toBe(1);
    expect(Object.isFrozen(ring.keys)).toBe(true);
  });
});

describe("key ids", () => {
  const [first, second] = [secret(201, "a"), secret(202, "b")];
  const ring = createKeyRing([first, second]);
  const withKid = (kid: unknown, key: TokenKey) => signCompact({ exp: EXP }, key, { header: { kid: kid as string } });

  it("choose exactly one key", async () => {
    expect(await codeOf(await withKid("a", first), ring)).toBe("A");
    expect(await codeOf(await withKid("b", second), ring)).toBe("A");
    expect(await codeOf(await withKid("b", first), ring)).toBe("signature.mismatch");
    expect(await codeOf(await signCompact({}, second), ring)).toBe("A");
  });

  it.each([
    ["../../dev/null", "' OR 1=1", "__proto__", "constructor", "toString", "hasOwnProperty", "has", "size"],
    ["A", "a ", " a", "a\0", "\ufeffa", "0", "undefined", "null", "*", "a,b", "k".repeat(8000)],
  ])("are matched exactly (%#)", async (...kids) => {
    for (const kid of kids) expect(await codeOf(await withKid(kid, first), ring)).toBe("header.key-id");
  });

  it("of 64 KB meet the size limit first", async () => {
    expect(await codeOf(await withKid("k".repeat(65536), first), ring)).toBe("token.too-large");
  });

  it("are refused by a ring whose keys have none, and by rules without kid", async () => {
    expect(await codeOf(await withKid("a", first), createKeyRing(secret(201)))).toBe("header.key-id");
    expect(await codeOf(await withKid("a", first), ring, { algorithms: ["HS256"], members: [] })).toBe(
      "header.unsupported-member",
    );
  });

  it("of a key of another algorithm are refused", async () => {
    const hs512 = importSecret(SECRET, { algorithm: "HS512", keyId: "c" });
    const both = createKeyRing([first, hs512]);
    const text = mint({ alg: "HS256", kid: "c" }, { exp: EXP });
    expect(await codeOf(text, both, { algorithms: ["HS256", "HS512"], members: ["kid"] })).toBe("header.key-id");
    expect(await codeOf(text, both)).toBe("header.key-id");
  });

  it("must differ", () => {
    expect(() => createKeyRing([first, secret(203, "a")])).toThrow(expect.objectContaining({ code: "key.unsuitable" }));
  });
});

describe("what is no key ring", () => {
  it.each([undefined, null, "", 0, false, Number.NaN])("%s", (falsy) => {
    const empty = expect.objectContaining({ code: "key.empty" });
    expect(() => createKeyRing(falsy as unknown as TokenKey)).toThrow(empty);
    expect(() => createKeyRing([secret(201), falsy as unknown as TokenKey])).toThrow(empty);
    expect(() => new KeyRing([])).toThrow(empty);
  });

  it.each([["secret"], [SECRET], [{}], [{ algorithm: "HS256", verify: () => true }], [{ toString: () => "secret" }]])(
    "%#",
    (value) => {
      expect(() => createKeyRing(value as unknown as TokenKey)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^key\./) }),
      );
    },
  );
});

describe("algorithms of a ring", () => {
  it("each key verifies tokens of its own algorithm only", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const es256 = await importKey(privateKey.export({ format: "jwk" }) as Record<string, unknown>, "ES256");
    const hs256 = secret(201);
    const ring = createKeyRing([hs256, es256]);
    const rules = { algorithms: ["HS256", "ES256"], members: [] };
    expect(await codeOf(await signCompact({}, hs256), ring, rules)).toBe("A");
    expect(await codeOf(await signCompact({}, es256), ring, rules)).toBe("A");
    expect(await codeOf(await signCompact({}, es256), createKeyRing(hs256), rules)).toBe("header.algorithm");
    expect(await codeOf(await signCompact({}, hs256), createKeyRing(es256), rules)).toBe("header.algorithm");
  });
});

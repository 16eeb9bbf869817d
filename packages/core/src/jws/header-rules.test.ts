import { afterEach, describe, expect, it, vi } from "vitest";
import { checkHeader, type HeaderRules } from "./header-rules.js";
import { createKeyRing } from "./keys.js";
import { importSecret, Secret } from "./secret.js";
import { EXP, mint, SECRET } from "./testing/mint.js";
import { verifySigned } from "./testing/verify-signed.js";

const ring = createKeyRing(importSecret(SECRET, { algorithm: "HS256" }));

afterEach(() => {
  vi.restoreAllMocks();
});

async function attempt(header: object | string, rules: HeaderRules = { algorithms: ["HS256"] }): Promise<string> {
  return verifySigned(mint(header, { exp: EXP }), { header: rules, keys: ring }).then(
    () => "A",
    (error: { code: string }) => error.code,
  );
}

const names: readonly unknown[] = [
  ...["none", "None", "nOnE", "NONE", "none ", " none", "none\0", "null", "undefined", "", " ", "\0"],
  ...["hs256", "Hs256", "hS256", "HS256 ", " HS256", "HS256\0", "\0HS256", "HS256\n", "HS256\t", "\ufeffHS256"],
  ...["\uff28\uff33\uff12\uff15\uff16", "HS\u0662\u0665\u0666", "H\u0405256", "HS256,none", "HS256;HS512", "HS-256"],
  ...["HS384", "HS512", "HS1", "HS", "HS2560", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256"],
  ...["ES384", "ES512", "ES256K", "EdDSA", "Ed25519", "ML-DSA-44", "dir", "A128KW", "A256GCMKW", "RSA-OAEP"],
  ...["PBES2-HS256+A128KW", "ECDH-ES", "HMAC", "sha256", "__proto__", "constructor", "toString"],
  ...[["HS256"], [], {}, { 0: "HS256" }, 256, 0, true, null, ["HS256", "none"]],
];

describe("the algorithm is the caller's", () => {
  it.each(names.map((name) => [JSON.stringify(name), name] as const))(
    "refuses %s before any MAC",
    async (_text, alg) => {
      const spy = vi.spyOn(Secret.prototype as unknown as { checkSignature: () => boolean }, "checkSignature");
      expect(await attempt({ alg, typ: "JWT" })).toBe("header.algorithm");
      expect(spy).not.toHaveBeenCalled();
    },
  );

  it("computes one MAC for exactly HS256", async () => {
    const spy = vi.spyOn(Secret.prototype as unknown as { checkSignature: () => boolean }, "checkSignature");
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(await attempt({ alg: "HS256", typ: "JWT" })).toBe("A");
    expect(spy).toHaveBeenCalledTimes(1);
    expect(await attempt({ typ: "JWT" })).toBe("header.algorithm");
    expect(spy).toHaveBeenCalledTimes(1);
  });

  it("takes none neither from rules nor from keys", async () => {
    expect(await attempt({ alg: "none" }, { algorithms: ["none"] })).toBe("header.algorithm");
    for (const algorithm of ["none", "", undefined, null, "hs256", "toString"]) {
      expect(() => importSecret(SECRET, { algorithm: algorithm as "HS256" })).toThrow(
        expect.objectContaining({ code: "key.unsupported-algorithm" }),
      );
    }
  });
});

describe("typ", () => {
  it.each(["JWT", "jwt", "Jwt", "application/jwt", "application/JWT", "APPLICATION/JWT"])("accepts %s", async (typ) => {
    expect(await attempt({ alg: "HS256", typ })).toBe("A");
  });

  it("accepts a header without it", async () => {
    expect(await attempt({ alg: "HS256" })).toBe("A");
  });

  it.each(["at+jwt", "JOSE", "JWT ", "", "text/jwt", "secevent+jwt", 1, null, ["JWT"], {}])(
    "refuses %j",
    async (typ) => {
      expect(await attempt({ alg: "HS256", typ })).toBe("header.type");
    },
  );

  it("must be there, and one of the rules' own, when the rules name any", async () => {
    const rules = { algorithms: ["HS256"], types: ["roompass-session+jwt"] };
    expect(await attempt({ alg: "HS256", typ: "roompass-session+jwt" }, rules)).toBe("A");
    expect(await attempt({ alg: "HS256", typ: "application/roompass-session+jwt" }, rules)).toBe("A");
    expect(await attempt({ alg: "HS256", typ: "JWT" }, rules)).toBe("header.type");
    expect(await attempt({ alg: "HS256" }, rules)).toBe("header.type");
    const two = { algorithms: ["HS256"], types: ["a+jwt", "b+jwt"] };
    expect(await attempt({ alg: "HS256", typ: "b+jwt" }, two)).toBe("A");
    expect(await attempt({ alg: "HS256", typ: "c+jwt" }, two)).toBe("header.type");
  });
});

describe("findings about a header", () => {
  it("say what would be accepted, and quote nothing of the header", () => {
    const found = (header: object, rules: HeaderRules) =>
      checkHeader(header as Record<string, unknown>, rules).map(({ id, path, severity, message }) => {
        expect(message).not.toContain("spy");
        return [id, path, severity, message.replaceAll(/[^A-Z0-9+a-z]+/g, " ")];
      });
    expect(found({ alg: "spy", typ: "spy" }, { algorithms: ["HS256", "HS512"] })).toEqual([
      ["header.algorithm", "header.alg", "error", expect.stringMatching(/ HS256 or HS512 $/)],
      ["header.type", "header.typ", "error", expect.stringContaining(" JWT ")],
    ]);
    expect(found({ alg: "ES256", typ: "JWT" }, { algorithms: ["ES256"], types: ["a+jwt", "b+jwt"] })).toEqual([
      ["header.type", "header.typ", "error", expect.stringMatching(/ a\+jwt or b\+jwt $/)],
    ]);
    const members = { algorithms: ["HS256"], members: ["cty", "kid"] };
    const said = found({ alg: "HS256", spy: "spy", cty: "JWT", kid: 7 }, members).map(([, , , message]) => message);
    expect(new Set(said).size).toBe(3);
    for (const message of said) expect(message).toMatch(/\w \w/);
  });
});

describe("members", () => {
  const never = [
    "crit",
    "b64",
    "jwk",
    "jku",
    "x5u",
    "x5c",
    "x5t",
    "x5t#S256",
    "zip",
    "enc",
    "epk",
    "apu",
    "apv",
    "p2c",
    "p2s",
  ];

  it.each(never)("refuses %s, whatever the rules say", async (name) => {
    const rules = { algorithms: ["HS256"], members: [name] };
    expect(await attempt({ alg: "HS256", [name]: "x" })).toBe("header.unsupported-member");
    expect(await attempt({ alg: "HS256", [name]: "x" }, rules)).toBe("header.unsupported-member");
  });

  it.each(["kid", "cty", "iss", "exp", "x", "", "constructor", "toString", "hasOwnProperty"])(
    "refuses %j unless the rules allow it",
    async (name) => {
      expect(await attempt({ alg: "HS256", [name]: "x" })).toBe("header.unsupported-member");
    },
  );

  it("refuses an own __proto__", async () => {
    expect(await attempt('{"alg":"HS256","__proto__":{"typ":"JWT"}}')).toBe("token.forbidden-name");
  });

  it("accepts what the rules allow, as a non-empty string", async () => {
    const rules = { algorithms: ["HS256"], members: ["cty"] };
    expect(await attempt({ alg: "HS256", cty: "twilio-fpa;v=1" }, rules)).toBe("A");
    for (const cty of ["", 1, null, {}, []]) {
      expect(await attempt({ alg: "HS256", cty }, rules)).toBe("header.unsupported-member");
    }
  });

  it.each(["JWT", "jwt", "application/jwt"])("refuses a nested token announced by cty %s", async (cty) => {
    expect(await attempt({ alg: "HS256", cty }, { algorithms: ["HS256"], members: ["cty"] })).toBe(
      "header.unsupported-member",
    );
  });

  it("knows no nested token by any other member", () => {
    expect(checkHeader({ alg: "HS256", kid: "JWT" }, { algorithms: ["HS256"], members: ["kid"] })).toEqual([]);
  });

  it("reports a key id that is no text as such", () => {
    const rules = { algorithms: ["HS256"], members: ["kid"] };
    for (const kid of ["", 1, null, {}, ["a"]]) {
      expect(checkHeader({ alg: "HS256", kid }, rules).map(({ id, path }) => [id, path])).toEqual([
        ["header.key-id", "header.kid"],
      ]);
    }
  });
});

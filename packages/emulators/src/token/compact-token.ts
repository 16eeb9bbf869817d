import { CompactSign, type CryptoKey, compactVerify, decodeJwt } from "jose";

type Claims = Readonly<Record<string, unknown>>;

/** A secret as a key for HS256: the bytes of its text, nothing decoded. */
export class TokenKey {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #key: Promise<CryptoKey> | undefined;

  constructor(secret: string) {
    this.#bytes = new TextEncoder().encode(secret);
  }

  /** Imported once: that is most of the work of checking a token. */
  use(): Promise<CryptoKey> {
    this.#key ??= crypto.subtle.importKey("raw", this.#bytes, { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
      "verify",
    ]);
    return this.#key;
  }
}

export async function signToken(claims: Claims, key: TokenKey): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  return new CompactSign(bytes).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(await key.use());
}

// jose passes over white space inside a part; a token that went through an address or a header has none.
const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

function parseClaims(payload: Uint8Array): Claims | undefined {
  const claims: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload));
  return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? (claims as Claims) : undefined;
}

/**
 * The claims of an HS256 token that one of the keys signed; `undefined` for everything else. Says nothing about times.
 */
export async function readToken(
  token: string,
  keys: readonly TokenKey[],
  mostCharacters: number,
): Promise<Claims | undefined> {
  if (token.length > mostCharacters || !compact.test(token)) return undefined;
  for (const key of keys) {
    try {
      const { payload } = await compactVerify(token, await key.use(), { algorithms: ["HS256"] });
      return parseClaims(payload);
    } catch {
      // Not this key's, or no token at all: the next key may know it.
    }
  }
  return undefined;
}

/** The claims that a token says it has, nobody knows whether rightly: enough to find the key that it names. */
export function peekClaims(token: string, mostCharacters: number): Claims | undefined {
  if (token.length > mostCharacters || !compact.test(token)) return undefined;
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

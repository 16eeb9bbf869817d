import { base64urlOfBytes } from "#base64url-text";
import type { Finding } from "../errors/finding.js";
import { RoompassError } from "../errors/roompass-error.js";
import type { MaybePromise } from "./hmac.js";
import { encodeUtf8 } from "./text-bytes.js";

/** The algorithms that can be signed and verified. There is no other, and none without a key. */
export type Algorithm = "HS256" | "HS384" | "HS512" | "RS256" | "ES256";

export const algorithms: readonly Algorithm[] = Object.freeze(["HS256", "HS384", "HS512", "RS256", "ES256"] as const);

/** @throws RoompassError `key.unsupported-algorithm` for anything but the five names, compared exactly. */
export function requireAlgorithm(value: unknown): asserts value is Algorithm {
  if (algorithms.includes(value as Algorithm)) return;
  throw new RoompassError("key.unsupported-algorithm", "This algorithm is not supported.", {
    path: "algorithm",
    details: { supported: algorithms },
  });
}

export interface KeyOptions {
  /** Matched exactly against the header's `kid`, and given back by `verify` to tell which key it was. Not secret. */
  readonly keyId?: string;
}

/**
 * A key bound to one algorithm for life. What it consists of is held privately: `String`, `JSON.stringify` and
 * `util.inspect` show the algorithm, the key id and nothing else.
 */
export abstract class TokenKey<A extends Algorithm = Algorithm> {
  readonly algorithm: A;
  readonly keyId: string | undefined;
  /** What a person should know about the key, for instance `lint.short-key`; all of severity `warning`. */
  readonly findings: readonly Finding[];
  // Only objects made by this constructor have it, so that no look-alike passes for a key.
  readonly #genuine = true;

  constructor(algorithm: A, options: KeyOptions, findings: readonly Finding[]) {
    requireAlgorithm(algorithm);
    const { keyId } = options;
    if (keyId !== undefined && (typeof keyId !== "string" || keyId === "")) {
      throw new RoompassError("key.unsuitable", "The key id is not a non-empty string.", { path: "keyId" });
    }
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.findings = findings;
  }

  static isKey(value: unknown): value is TokenKey {
    return typeof value === "object" && value !== null && #genuine in value;
  }

  /** False for a public key. */
  abstract get canSign(): boolean;
  protected abstract makeSignature(data: Uint8Array): MaybePromise<Uint8Array>;
  /** As base64url, over text that is ASCII. */
  protected makeSignatureText(ascii: string): MaybePromise<string> {
    const made = this.makeSignature(encodeUtf8(ascii));
    return made instanceof Promise ? made.then(base64urlOfBytes) : base64urlOfBytes(made);
  }
  protected abstract checkSignature(data: Uint8Array, signature: Uint8Array): MaybePromise<boolean>;

  /**
   * Signs `data`. The caller says which algorithm it means, so that a key is never used for another one.
   *
   * @throws RoompassError `key.unsuitable` for another algorithm or a public key.
   */
  sign(algorithm: A, data: Uint8Array): MaybePromise<Uint8Array> {
    this.requireSigner(algorithm);
    return this.makeSignature(data);
  }

  /**
   * Signs a token's text, which is ASCII, and gives the signature as base64url.
   *
   * @throws RoompassError as `sign`.
   */
  signText(algorithm: A, ascii: string): MaybePromise<string> {
    this.requireSigner(algorithm);
    return this.makeSignatureText(ascii);
  }

  /**
   * Whether `signature` is this key's over `data`.
   *
   * @throws RoompassError `key.unsuitable` for another algorithm.
   */
  verify(algorithm: A, data: Uint8Array, signature: Uint8Array): MaybePromise<boolean> {
    this.requireSame(algorithm);
    return this.checkSignature(data, signature);
  }

  private requireSigner(algorithm: A): void {
    this.requireSame(algorithm);
    if (this.canSign) return;
    throw new RoompassError("key.unsuitable", "A public key cannot sign.", {
      details: { algorithm: this.algorithm },
    });
  }

  private requireSame(algorithm: unknown): void {
    if (algorithm === this.algorithm) return;
    throw new RoompassError("key.unsuitable", "The key belongs to another algorithm.", {
      details: { algorithm: this.algorithm },
    });
  }

  toString(): string {
    return `[key for ${this.algorithm}]`;
  }

  toJSON(): Record<string, unknown> {
    return { algorithm: this.algorithm, ...(this.keyId === undefined ? {} : { keyId: this.keyId }) };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

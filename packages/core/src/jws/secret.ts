import { importHmacKey } from "#hmac";
import { RoompassError } from "../errors/roompass-error.js";
import { decodeBase64url } from "./base64url.js";
import type { HmacKey, MaybePromise } from "./hmac.js";
import { decodeBase64, decodeHex, looksLikeOtherKey } from "./key-material.js";
import { findSecretProblems } from "./secret-findings.js";
import { encodeUtf8, readLatin1 } from "./text-bytes.js";
import { type KeyOptions, requireAlgorithm, TokenKey } from "./token-key.js";
import { importSubtleHmacKey } from "./web-crypto.js";

export type HmacAlgorithm = "HS256" | "HS384" | "HS512";

/**
 * A secret as the vendor gives it: text (used as its UTF-8 bytes, nothing trimmed), bytes, or text in a named encoding
 * that is decoded first.
 */
export type SecretMaterial =
  | string
  | Uint8Array
  | { readonly base64: string }
  | { readonly base64url: string }
  | { readonly hex: string };

export interface SecretOptions<A extends HmacAlgorithm = HmacAlgorithm> extends KeyOptions {
  readonly algorithm: A;
}

// RFC 7518 section 3.2: a key at least as long as the tag.
const LEAST_BYTES = { HS256: 32, HS384: 48, HS512: 64 } as const;

/** A secret for HMAC. Its bytes can be used, never read: see `TokenKey` for what it shows of itself. */
export class Secret<A extends HmacAlgorithm = HmacAlgorithm> extends TokenKey<A> {
  #bytes: Uint8Array | undefined;
  #prepared: MaybePromise<HmacKey> | undefined;

  /** The same as `importSecret`. */
  constructor(material: SecretMaterial, options: SecretOptions<A>) {
    const algorithm: unknown = options?.algorithm;
    requireAlgorithm(algorithm);
    if (!Object.hasOwn(LEAST_BYTES, algorithm)) throw unsuitable("This algorithm does not take a secret.");
    const { bytes, text } = readMaterial(material);
    // HMAC pads a key with NULs: one that has nothing else is the empty key.
    if (bytes.every((byte) => byte === 0) || text?.trim() === "") throw empty();
    if (looksLikeOtherKey(typeof material === "string" ? material : readLatin1(bytes), bytes)) {
      throw unsuitable("The secret is a key of another kind (PEM, certificate, ssh key, JWK or DER).");
    }
    super(options.algorithm, options, findSecretProblems(text, bytes.length, LEAST_BYTES[options.algorithm]));
    this.#bytes = bytes;
  }

  override get canSign(): boolean {
    return true;
  }

  protected override makeSignature(data: Uint8Array): MaybePromise<Uint8Array> {
    const key = this.#prepare();
    return "then" in key ? key.then((ready) => ready.sign(data)) : key.sign(data);
  }

  protected override makeSignatureText(ascii: string): MaybePromise<string> {
    const key = this.#prepare();
    return "then" in key || key.signText === undefined ? super.makeSignatureText(ascii) : key.signText(ascii);
  }

  protected override checkSignature(data: Uint8Array, signature: Uint8Array): MaybePromise<boolean> {
    const key = this.#prepare();
    return "then" in key ? key.then((ready) => ready.verify(data, signature)) : key.verify(data, signature);
  }

  // At first use, because off Node the import is asynchronous and a constructor cannot wait.
  #prepare(): MaybePromise<HmacKey> {
    if (this.#prepared !== undefined) return this.#prepared;
    const bytes = this.#bytes as Uint8Array;
    this.#prepared =
      this.algorithm === "HS256"
        ? importHmacKey(bytes)
        : importSubtleHmacKey(bytes, this.algorithm === "HS384" ? "SHA-384" : "SHA-512");
    this.#bytes = undefined;
    return this.#prepared;
  }
}

/**
 * Takes a secret for one HMAC algorithm. Nothing is trimmed; doubts (`lint.short-key`, `lint.secret-whitespace`,
 * `lint.placeholder-secret`) are in the result's `findings`.
 *
 * @throws RoompassError `key.empty` for an empty, blank or falsy secret; `key.unsuitable` for any other type, and for
 * a PEM, certificate, ssh key, JWK or DER; `key.unsupported-algorithm`.
 */
export function importSecret<A extends HmacAlgorithm>(material: SecretMaterial, options: SecretOptions<A>): Secret<A> {
  return new Secret(material, options);
}

interface ReadMaterial {
  readonly bytes: Uint8Array;
  /** Present where the secret is text: given as such, or bytes that are all ASCII as in a file. */
  readonly text: string | undefined;
}

function readMaterial(material: unknown): ReadMaterial {
  if (!material) throw empty();
  if (typeof material === "string") {
    const bytes = encodeUtf8(material);
    if (/[\ud800-\udfff]/.test(material.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, ""))) {
      throw unsuitable("The secret has half a surrogate pair, which has no bytes.");
    }
    return { bytes, text: material };
  }
  if (isBytes(material)) {
    // A copy: the caller may wipe or reuse its own.
    const bytes = Uint8Array.from(material);
    return { bytes, text: bytes.every((byte) => byte < 0x80) ? readLatin1(bytes) : undefined };
  }
  const bytes = decodeNamed(material);
  if (bytes === undefined) {
    throw unsuitable("The secret is neither text, nor a Uint8Array, nor one well-formed { base64 | base64url | hex }.");
  }
  return { bytes, text: undefined };
}

// Not `instanceof`: bytes may come from another realm.
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

function decodeNamed(material: unknown): Uint8Array | undefined {
  if (typeof material !== "object" || material === null) return undefined;
  const entries = Object.entries(material);
  const [encoding, text] = entries[0] ?? [];
  if (entries.length !== 1 || typeof text !== "string") return undefined;
  if (encoding === "base64") return decodeBase64(text);
  if (encoding === "base64url") return decodeBase64url(text);
  return encoding === "hex" ? decodeHex(text) : undefined;
}

function empty(): RoompassError {
  return new RoompassError("key.empty", "The signing secret is empty.", { path: "secret" });
}

function unsuitable(message: string): RoompassError {
  return new RoompassError("key.unsuitable", message, { path: "secret" });
}

import { RoompassError } from "../errors/roompass-error.js";
import type { MaybePromise } from "./hmac.js";
import { type HmacAlgorithm, importSecret } from "./secret.js";
import { type Algorithm, type KeyOptions, requireAlgorithm, TokenKey } from "./token-key.js";
import { type SubtleKey, type SubtleOperation, subtle } from "./web-crypto.js";

/** A JSON Web Key (RFC 7517) as a plain object; the members that matter are checked. */
export type JsonWebKeyInput = Readonly<Record<string, unknown>>;

type AsymmetricAlgorithm = "RS256" | "ES256";
type KeyParts = Record<string, string>;

interface AsymmetricKind {
  readonly operation: SubtleOperation;
  readonly fixed: KeyParts;
  readonly publicMembers: readonly string[];
  readonly privateMembers: readonly string[];
}

const KINDS: Readonly<Record<AsymmetricAlgorithm, AsymmetricKind>> = {
  RS256: {
    operation: "RSASSA-PKCS1-v1_5",
    fixed: { kty: "RSA" },
    publicMembers: ["n", "e"],
    privateMembers: ["d", "p", "q", "dp", "dq", "qi"],
  },
  ES256: {
    operation: { name: "ECDSA", hash: "SHA-256" },
    fixed: { kty: "EC", crv: "P-256" },
    publicMembers: ["x", "y"],
    privateMembers: ["d"],
  },
};

// RFC 7518 section 3.3.
const LEAST_RSA_BITS = 2048;

class AsymmetricKey<A extends AsymmetricAlgorithm> extends TokenKey<A> {
  readonly #publicKey: SubtleKey;
  readonly #privateKey: SubtleKey | undefined;

  constructor(algorithm: A, options: KeyOptions, publicKey: SubtleKey, privateKey: SubtleKey | undefined) {
    super(algorithm, options, []);
    this.#publicKey = publicKey;
    this.#privateKey = privateKey;
  }

  override get canSign(): boolean {
    return this.#privateKey !== undefined;
  }

  protected override async makeSignature(data: Uint8Array): Promise<Uint8Array> {
    const key = this.#privateKey as SubtleKey;
    return new Uint8Array(await subtle().sign(KINDS[this.algorithm].operation, key, data));
  }

  protected override checkSignature(data: Uint8Array, signature: Uint8Array): MaybePromise<boolean> {
    return subtle().verify(KINDS[this.algorithm].operation, this.#publicKey, signature, data);
  }
}

/**
 * Imports a key for one algorithm: a JWK object, or PEM text with a PKCS#8 private key, an SPKI public key or an X.509
 * certificate. A private key also verifies. For HS256, HS384 and HS512 only a JWK of type `oct` is taken; a plain
 * secret goes through `importSecret`. The JWK's `kid` is used where `options.keyId` is left out.
 *
 * @throws RoompassError `key.unsupported-algorithm`; `key.unsuitable` when the key does not fit the algorithm;
 * `key.empty` for no key at all. The errors hold nothing of the key.
 */
export async function importKey<A extends Algorithm>(
  material: JsonWebKeyInput | string,
  algorithm: A,
  options: KeyOptions = {},
): Promise<TokenKey<A>> {
  requireAlgorithm(algorithm);
  if (!material) throw new RoompassError("key.empty", "There is no key.", { path: "key" });
  const chosen: Algorithm = algorithm;
  const key =
    chosen === "RS256" || chosen === "ES256"
      ? await importAsymmetric(material, chosen, options)
      : importOctets(material, chosen, options);
  return key as TokenKey as TokenKey<A>;
}

function importOctets(material: unknown, algorithm: HmacAlgorithm, options: KeyOptions): TokenKey {
  const jwk = readJwk(material, algorithm);
  if (jwk.kty !== "oct" || typeof jwk.k !== "string") throw unsuitable(algorithm);
  return importSecret({ base64url: jwk.k }, { algorithm, ...keyIdOf(jwk, options) });
}

async function importAsymmetric(
  material: unknown,
  algorithm: AsymmetricAlgorithm,
  options: KeyOptions,
): Promise<TokenKey> {
  const jwk = typeof material === "string" ? await readPem(material, algorithm) : readJwk(material, algorithm);
  const kind = KINDS[algorithm];
  for (const [name, value] of Object.entries(kind.fixed)) if (jwk[name] !== value) throw unsuitable(algorithm);
  if (Object.hasOwn(jwk, "oth")) throw unsuitable(algorithm);
  // Only the members that make up the key are handed on: `key_ops`, `ext` and `x5c` have no say here.
  const publicParts = { ...kind.fixed, ...pickText(jwk, kind.publicMembers, algorithm) };
  const isPrivate = kind.privateMembers.some((name) => Object.hasOwn(jwk, name));
  const publicKey = await importParts(publicParts, algorithm);
  const privateKey = isPrivate
    ? await importParts({ ...publicParts, ...pickText(jwk, kind.privateMembers, algorithm) }, algorithm)
    : undefined;
  const key = new AsymmetricKey(algorithm, keyIdOf(jwk, options), publicKey, privateKey);
  if (privateKey !== undefined) await requirePair(key, algorithm);
  return key;
}

async function importParts(parts: KeyParts, algorithm: AsymmetricAlgorithm): Promise<SubtleKey> {
  let key: SubtleKey;
  try {
    const { importJWK } = await import("jose");
    key = (await importJWK(parts, algorithm)) as unknown as SubtleKey;
  } catch {
    // The reason may quote the key, so that it is not passed on.
    throw unsuitable(algorithm);
  }
  const bits = key.algorithm.modulusLength;
  if (bits !== undefined && !(bits >= LEAST_RSA_BITS)) throw unsuitable(algorithm, "The RSA key is too short.");
  return key;
}

/** A private JWK whose halves do not belong together would sign tokens that nobody can verify. */
async function requirePair(key: TokenKey<AsymmetricAlgorithm>, algorithm: AsymmetricAlgorithm): Promise<void> {
  const probe = new Uint8Array(1);
  let matches = false;
  try {
    matches = await key.verify(algorithm, probe, await key.sign(algorithm, probe));
  } catch {
    // The platform refused to work with it: no match.
  }
  if (!matches) throw unsuitable(algorithm, "The private and the public half of the key do not belong together.");
}

async function readPem(pem: string, algorithm: AsymmetricAlgorithm): Promise<JsonWebKeyInput> {
  const { exportJWK, importPKCS8, importSPKI, importX509 } = await import("jose");
  const text = pem.trim();
  try {
    if (text.startsWith("-----BEGIN PRIVATE KEY-----")) {
      return { ...(await exportJWK(await importPKCS8(text, algorithm, { extractable: true }))) };
    }
    if (text.startsWith("-----BEGIN PUBLIC KEY-----")) {
      return { ...(await exportJWK(await importSPKI(text, algorithm))) };
    }
    if (text.startsWith("-----BEGIN CERTIFICATE-----")) {
      return { ...(await exportJWK(await importX509(text, algorithm))) };
    }
  } catch {
    throw unsuitable(algorithm);
  }
  throw unsuitable(algorithm, "The text is not a PKCS#8 private key, SPKI public key or certificate in PEM.");
}

function readJwk(material: unknown, algorithm: Algorithm): JsonWebKeyInput {
  // Whatever else it is has no `kty` of its own, which is asked for by everybody who reads a JWK. Some platforms export
  // keys with every member that there could be, undefined where it is not: those are absent.
  const members = Object.entries({ ...(material as object) }).filter(([, value]) => value !== undefined);
  const jwk: JsonWebKeyInput = Object.fromEntries(members);
  if (jwk.alg !== undefined && jwk.alg !== algorithm) throw unsuitable(algorithm, "The JWK names another algorithm.");
  if (jwk.use !== undefined && jwk.use !== "sig") throw unsuitable(algorithm, "The JWK is not for signatures.");
  return jwk;
}

function pickText(jwk: JsonWebKeyInput, names: readonly string[], algorithm: Algorithm): KeyParts {
  const parts: KeyParts = {};
  for (const name of names) {
    const value = jwk[name];
    if (typeof value !== "string" || value === "") throw unsuitable(algorithm);
    parts[name] = value;
  }
  return parts;
}

function keyIdOf(jwk: JsonWebKeyInput, options: KeyOptions): KeyOptions {
  if (options.keyId !== undefined) return { keyId: options.keyId };
  return typeof jwk.kid === "string" && jwk.kid !== "" ? { keyId: jwk.kid } : {};
}

function unsuitable(algorithm: Algorithm, message = "The key does not fit the algorithm."): RoompassError {
  return new RoompassError("key.unsuitable", message, {
    path: "key",
    details: { algorithm },
    cure: "Give a JWK object, or PEM text of PKCS#8 (`openssl pkcs8 -topk8 -nocrypt`), SPKI or a certificate.",
  });
}

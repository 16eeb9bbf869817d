import { decodeBase64url } from "./base64url.js";

/** Decodes standard base64 with or without its padding; `undefined` for anything else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bare = text.replace(/=+$/, "");
  if (bare.length !== text.length && text.length % 4 !== 0) return undefined;
  return decodeBase64url(bare.replaceAll("+", "-").replaceAll("/", "_"));
}

/** Decodes hexadecimal digits of either case; `undefined` for anything else. */
export function decodeHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}

const MARKERS = [
  "-----BEGIN",
  "---- BEGIN",
  "PuTTY-User-Key-File",
  "ssh-rsa",
  "ssh-dss",
  "ssh-ed25519",
  "ecdsa-sha2-",
  // The same two in base64: an armoured key packed for an environment variable, and the body of an ssh key.
  "LS0tLS1CRUdJTi",
  "AAAAB3NzaC1",
];

/**
 * Whether a would-be HMAC secret is really a key of another kind: PEM, certificate, ssh key, JWK or DER. Such a text
 * is usually public, so that anybody could sign with it. Markers count wherever they stand: what comes before them
 * (white space, a byte order mark, a name) does not make a public key secret.
 */
export function looksLikeOtherKey(text: string, bytes: Uint8Array): boolean {
  // Without NULs, UTF-16 reads like ASCII.
  const plain = text.replaceAll("\0", "");
  if (MARKERS.some((marker) => plain.includes(marker))) return true;
  if (plain.includes("{") && unescapeAscii(plain).includes('"kty"')) return true;
  if (isDerKey(bytes)) return true;
  const body = decodeBase64(plain.replaceAll(/\s/g, "")) ?? decodeBase64url(plain);
  return body !== undefined && isDerKey(body);
}

/** Undoes JSON's `\u0074`, in which a member name can be hidden. */
function unescapeAscii(text: string): string {
  return text.replaceAll(/\\u00([0-7][0-9a-fA-F])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const SHORTEST_DER_KEY = 44;

/**
 * Whether the bytes are one DER sequence, exactly filled, that begins with a sequence or an integer as every SPKI,
 * PKCS#8, PKCS#1, SEC1 and X.509 structure does. Random bytes pass once in some ten million times.
 */
function isDerKey(bytes: Uint8Array): boolean {
  if (bytes.length < SHORTEST_DER_KEY || bytes[0] !== 0x30) return false;
  const first = bytes[1] as number;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 3) return false;
  let length = lengthBytes === 0 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + (bytes[2 + index] as number);
  const content = 2 + lengthBytes;
  const inner = bytes[content];
  return content + length === bytes.length && (inner === 0x30 || inner === 0x02);
}

import { createHmac } from "node:crypto";

/** The clock of these tests, in unix seconds. */
export const NOW = 1_800_000_000;
export const EXP = NOW + 3600;

/** 32 bytes that are no text. */
export const SECRET: Uint8Array = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 129) & 255);

export type Written = string | Uint8Array | object;

/** Base64url of an object's JSON, of a text as it is, or of raw bytes; written with Node's own encoder. */
export function part(content: Written): string {
  if (content instanceof Uint8Array) return Buffer.from(content).toString("base64url");
  return Buffer.from(typeof content === "string" ? content : JSON.stringify(content)).toString("base64url");
}

export function tagOf(signingInput: string, secret: Uint8Array = SECRET, hash = "sha256"): string {
  return createHmac(hash, secret).update(signingInput).digest("base64url");
}

/** A token with a right signature over whatever header and payload are given. */
export function mint(header: Written, payload: Written, secret: Uint8Array = SECRET): string {
  const signingInput = `${part(header)}.${part(payload)}`;
  return `${signingInput}.${tagOf(signingInput, secret)}`;
}

export const HEADER = { alg: "HS256", typ: "JWT" };

/** A token with the usual header and these claims. */
export function mintClaims(payload: Written): string {
  return mint(HEADER, payload);
}

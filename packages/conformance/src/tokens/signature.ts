import { createHmac } from "node:crypto";
import { toBase64url } from "./base64url.js";

const hashes: Readonly<Record<string, string>> = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };

/** The signature part for a header and claims part; empty for `none`. */
export function signatureOf(signed: string, secret: string, algorithm = "HS256"): string {
  const hash = hashes[algorithm];
  if (hash === undefined) return "";
  return toBase64url(createHmac(hash, secret).update(signed).digest());
}

/** Whether a compact token carries the HMAC of its first two parts. */
export function isSignedWith(token: string, secret: string, algorithm = "HS256"): boolean {
  const end = token.lastIndexOf(".");
  return (
    hashes[algorithm] !== undefined && token.slice(end + 1) === signatureOf(token.slice(0, end), secret, algorithm)
  );
}

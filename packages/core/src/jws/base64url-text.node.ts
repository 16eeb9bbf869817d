import { Buffer } from "node:buffer";
import type * as Seam from "./base64url-text.js";

export const base64urlOfText: typeof Seam.base64urlOfText = (text) => Buffer.from(text).toString("base64url");

export const base64urlOfBytes: typeof Seam.base64urlOfBytes = ({ buffer, byteOffset, byteLength }) =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64url");

// Node's reader takes what no strict one may: foreign characters, padding, spare bits. Of all texts that it reads as the
// same bytes there is one that its writer writes.
export const bytesOfBase64url: typeof Seam.bytesOfBase64url = (text) => {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : undefined;
};

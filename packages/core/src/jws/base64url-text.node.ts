import { Buffer } from "node:buffer";
import type * as Seam from "./base64url-text.js";

export const base64urlOfText: typeof Seam.base64urlOfText = (text) => Buffer.from(text).toString("base64url");

export const base64urlOfBytes: typeof Seam.base64urlOfBytes = ({ buffer, byteOffset, byteLength }) =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64url");

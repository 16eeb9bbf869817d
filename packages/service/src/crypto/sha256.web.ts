import { toHex } from "./hex.js";
import type * as Seam from "./sha256.js";

const encoder = new TextEncoder();

export const sha256: typeof Seam.sha256 = async (data) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", data as Uint8Array<ArrayBuffer>));

export const sha256Hex: typeof Seam.sha256Hex = async (data) =>
  toHex(await sha256(typeof data === "string" ? encoder.encode(data) : data));

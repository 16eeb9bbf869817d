import { sha256 } from "#sha256";
import { toHex } from "./hex.js";

const encoder = new TextEncoder();

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export async function digestText(text: string): Promise<string> {
  return toHex(await sha256(encoder.encode(text)));
}

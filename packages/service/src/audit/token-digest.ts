import { sha256Hex } from "#sha256";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = new Uint8Array(128).fill(255);
for (let index = 0; index < alphabet.length; index += 1) values[alphabet.charCodeAt(index)] = index;

const DOT = 0x2e;

/**
 * The bytes of a compact token: each part decoded, with the dots between. Two spellings of the same bytes have the same
 * digest. `undefined` for what holds other characters.
 */
function decodedBytes(token: string): Uint8Array | undefined {
  const bytes = new Uint8Array(token.length);
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let index = 0; index < token.length; index += 1) {
    const code = token.charCodeAt(index);
    if (code === DOT) {
      bytes[length++] = DOT;
      held = bits = 0;
      continue;
    }
    const value = values[code] ?? 255;
    if (value === 255) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

/** The first 16 hex digits of the SHA-256 of a token's decoded bytes; `null` for what is no compact token. */
export async function tokenDigest(token: string): Promise<string | null> {
  const bytes = decodedBytes(token);
  return bytes === undefined ? null : (await sha256Hex(bytes)).slice(0, 16);
}

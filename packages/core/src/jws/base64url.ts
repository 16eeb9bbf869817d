const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Twelve bits to two characters: three bytes need two look-ups.
const PAIRS: readonly string[] = /* @__PURE__ */ buildPairs();
// Character code to six bits, -1 for everything outside the alphabet.
const SEXTETS: Int8Array = /* @__PURE__ */ buildSextets();

function buildPairs(): string[] {
  const pairs: string[] = [];
  for (const high of ALPHABET) for (const low of ALPHABET) pairs.push(high + low);
  return pairs;
}

function buildSextets(): Int8Array {
  const sextets = new Int8Array(128).fill(-1);
  for (const [value, character] of [...ALPHABET].entries()) sextets[character.charCodeAt(0)] = value;
  return sextets;
}

function sextetAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? (SEXTETS[code] as number) : -1;
}

/** Why a text is not the canonical base64url of any bytes. */
export type Base64urlFault = "alphabet" | "length" | "padding" | "spare-bits";

export interface Base64urlReading {
  /** What the text holds, also where it is readable but not canonical; `undefined` when it is not readable. */
  readonly bytes: Uint8Array | undefined;
  /** The first fault, or `undefined` for canonical text. */
  readonly fault: Base64urlFault | undefined;
}

/** Unpadded base64url (RFC 4648 section 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  let text = "";
  let index = 0;
  for (; index < whole; index += 3) {
    const bits = ((bytes[index] as number) << 16) | ((bytes[index + 1] as number) << 8) | (bytes[index + 2] as number);
    text += (PAIRS[bits >> 12] as string) + (PAIRS[bits & 4095] as string);
  }
  const left = bytes.length - whole;
  if (left === 1) text += PAIRS[(bytes[index] as number) << 4] as string;
  if (left === 2) {
    const bits = ((bytes[index] as number) << 10) | ((bytes[index + 1] as number) << 2);
    text += (PAIRS[bits >> 6] as string) + (ALPHABET[bits & 63] as string);
  }
  return text;
}

/**
 * Reads base64url and says whether the text is the one canonical spelling. With padding or spare bits the bytes are
 * still returned, so that a tool can show what somebody meant; only `fault === undefined` may be relied upon.
 */
export function readBase64url(text: string): Base64urlReading {
  let length = text.length;
  let fault: Base64urlFault | undefined;
  if (text.charCodeAt(length - 1) === 0x3d) {
    fault = "padding";
    length -= text.charCodeAt(length - 2) === 0x3d ? 2 : 1;
  }
  const left = length % 4;
  const whole = length - left;
  const bytes = new Uint8Array((whole / 4) * 3 + Math.max(left - 1, 0));
  // Negative as soon as one sextet is -1.
  let seen = 0;
  let at = 0;
  let index = 0;
  for (; index < whole; index += 4) {
    const bits =
      (sextetAt(text, index) << 18) |
      (sextetAt(text, index + 1) << 12) |
      (sextetAt(text, index + 2) << 6) |
      sextetAt(text, index + 3);
    seen |= bits;
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
    at += 3;
  }
  if (left === 1) return { bytes: undefined, fault: (seen | sextetAt(text, index)) < 0 ? "alphabet" : "length" };
  if (left !== 0) {
    const bits =
      (sextetAt(text, index) << 12) | (sextetAt(text, index + 1) << 6) | (left === 3 ? sextetAt(text, index + 2) : 0);
    seen |= bits;
    bytes[at] = bits >> 10;
    if (left === 3) bytes[at + 1] = bits >> 2;
    const spare = left === 3 ? bits & 0b11 : bits & 0b1111_000000;
    if (spare !== 0) fault ??= "spare-bits";
  }
  if (seen < 0) return { bytes: undefined, fault: "alphabet" };
  return { bytes, fault };
}

/** The bytes of canonical base64url, `undefined` for every other text. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  const reading = readBase64url(text);
  return reading.fault === undefined ? reading.bytes : undefined;
}

// Written out, not taken from a library: what the suite decides with must not be what it examines.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** RFC 4648 section 5, without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const group = bytes.subarray(index, index + 3);
    const bits = ((group[0] ?? 0) << 16) | ((group[1] ?? 0) << 8) | (group[2] ?? 0);
    for (let place = 0; place <= group.length; place++) text += alphabet[(bits >> (18 - 6 * place)) & 63];
  }
  return text;
}

/** The bytes, or undefined where the text is not the one canonical spelling of any. */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let written = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0 || character.length !== 1) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[written++] = (bits >> held) & 0xff;
  }
  return toBase64url(bytes) === text ? bytes : undefined;
}

export const encodeText = (text: string): string => toBase64url(new TextEncoder().encode(text));
export const encodeJson = (value: unknown): string => encodeText(JSON.stringify(value));

/** The JSON of one part of a token that the code under test made; throws where it is none. */
export function decodeJson(part: string | undefined): unknown {
  const bytes = fromBase64url(part ?? "");
  if (bytes === undefined) throw new Error("A part of the token is not canonical base64url.");
  return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
}

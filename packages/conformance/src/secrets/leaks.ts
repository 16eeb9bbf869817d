import { textOfError } from "../run/refusal.js";
import { toBase64url } from "../tokens/base64url.js";
import { canaryMarker } from "./canaries.js";

/** From so many characters on, a piece of a secret or of a token is more than chance. */
const pieceLength = 9;

/** Small letters alone make words, as messages have them; no piece of an encoded part is as plain. */
const plainWords = /^[a-z .,'`_-]*$/;

function hasPieceOf(text: string, whole: string): boolean {
  for (let index = 0; index + pieceLength <= whole.length; index++) {
    const piece = whole.slice(index, index + pieceLength);
    if (!plainWords.test(piece) && text.includes(piece)) return true;
  }
  return false;
}

/** What all keys of vectors begin with, and names that are no keys as well. */
const commonBeginning = /^TEST-ONLY-/;

/** How the bytes are spelt in base64 when others stand before them, as in `user:secret`: without what both share. */
function base64At(bytes: Uint8Array, before: 0 | 1 | 2): string {
  const padded = new Uint8Array(before + bytes.length);
  padded.set(bytes, before);
  return toBase64url(padded).slice([0, 2, 3][before]);
}

/** The spellings in which a secret gets into logs. */
function spellingsOf(own: string): readonly string[] {
  const bytes = new TextEncoder().encode(own);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const base64url = ([0, 1, 2] as const).map((before) => base64At(bytes, before));
  const base64 = base64url.map((text) => text.replaceAll("-", "+").replaceAll("_", "/"));
  return [own, encodeURIComponent(own), ...base64url, ...base64, hex, hex.toUpperCase()];
}

/** So many bytes in a row, as a list of numbers. */
const listLength = 6;

/** Bytes as `inspect` and JSON show them: pairs of digits with spaces, or numbers in columns. */
function hasBytesOf(text: string, own: string): boolean {
  const close = text.replaceAll(/\s+/g, "");
  const bytes = [...new TextEncoder().encode(own)];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hasPieceOf(close.toLowerCase(), hex)) return true;
  return bytes.some((_, index) => {
    const some = bytes.slice(index, index + listLength);
    return some.length === listLength && close.includes(some.join(","));
  });
}

function kindsIn(text: string, keys: readonly string[], token: unknown): readonly string[] {
  const own = keys.map((key) => key.replace(commonBeginning, ""));
  const hasKey = own.some(
    (key) => hasBytesOf(text, key) || spellingsOf(key).some((spelling) => hasPieceOf(text, spelling)),
  );
  return [
    ...(hasKey ? ["key"] : []),
    ...(typeof token === "string" && hasPieceOf(text, token) ? ["token"] : []),
    ...(hasPieceOf(text, canaryMarker) ? ["claim"] : []),
  ];
}

/**
 * What an error shows of what must not be seen: in its message, its text, its stack, as JSON, and to `inspect` with hidden
 * members, getters and causes. Says which kind of thing it is, never the thing.
 *
 * @param written What was written to the standard streams meanwhile.
 */
export function leaksOf(error: unknown, keys: readonly string[], token: unknown, written = ""): readonly string[] {
  const out = written === "" ? [] : kindsIn(written, keys, token);
  return [...kindsIn(textOfError(error), keys, token), ...out.map((kind) => `${kind}, written out`)];
}

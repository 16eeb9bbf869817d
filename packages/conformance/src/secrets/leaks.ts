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

/** The spellings in which a secret gets into logs. */
function spellingsOf(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const base64url = toBase64url(bytes);
  const base64 = base64url.replaceAll("-", "+").replaceAll("_", "/");
  const own = secret.replace(commonBeginning, "");
  return [own, encodeURIComponent(own), base64url, base64, hex, hex.toUpperCase()];
}

/**
 * What an error shows of what must not be seen: in its message, its text, its stack, as JSON, and to `inspect` with hidden
 * members and causes. Says which kind of thing it is, never the thing.
 */
export function leaksOf(error: unknown, keys: readonly string[], token: unknown): readonly string[] {
  const text = textOfError(error);
  const leaks = new Set<string>();
  if (keys.flatMap(spellingsOf).some((spelling) => hasPieceOf(text, spelling))) leaks.add("key");
  if (typeof token === "string" && hasPieceOf(text, token)) leaks.add("token");
  if (hasPieceOf(text, canaryMarker)) leaks.add("claim");
  return [...leaks];
}

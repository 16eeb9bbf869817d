import type { TextEdit, TokenEdit } from "../vectors/vector.js";
import { fromBase64url, toBase64url } from "./base64url.js";

function bytesOf(text: string, encoding: TextEdit["encoding"]): Uint8Array {
  if (encoding === undefined) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
  }
  return bytes;
}

function literalBytes(text: string | undefined): Uint8Array {
  const bytes = fromBase64url(text ?? "");
  if (bytes === undefined) throw new Error("The vector's bytes are not canonical base64url.");
  return bytes;
}

/** One part of a token: the JSON text of a value, with the edits of the recipe. */
export function partOf(value: unknown, edit: TextEdit): string {
  if (edit.raw !== undefined) return edit.raw;
  const text = edit.text ?? JSON.stringify(value);
  // Members go in right after the opening brace.
  const opening = edit.first === undefined && edit.firstBytes === undefined ? 0 : 1;
  const written = (piece: string): Uint8Array => bytesOf(piece, edit.encoding);
  const pieces = [
    literalBytes(edit.bytesBefore),
    written(`${edit.before ?? ""}${text.slice(0, opening)}`),
    literalBytes(edit.firstBytes),
    written(`${edit.first ?? ""}${text.slice(opening)}${edit.after ?? ""}`),
    literalBytes(edit.bytesAfter),
  ];
  return toBase64url(Uint8Array.from(pieces.flatMap((piece) => [...piece])));
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The next character of the alphabet, in place of the one at `at`. */
function otherCharacter(part: string, at: number): string {
  const index = at < 0 ? part.length + at : at;
  const next = alphabet[(alphabet.indexOf(part[index] ?? "A") + 1) % 64] ?? "A";
  return `${part.slice(0, index)}${next}${part.slice(index + 1)}`;
}

/** Another spelling of the same bytes: the last character with one of its unused bits set. */
function spareBits(part: string): string {
  if (part.length % 4 === 0) throw new Error("A part without spare bits has only one spelling.");
  const last = alphabet.indexOf(part.at(-1) ?? "A");
  return part.slice(0, -1) + alphabet[last | 1];
}

function editPart(part: string, edit: TokenEdit): string {
  switch (edit.edit) {
    case "insert": {
      const at = edit.at < 0 ? part.length + edit.at : edit.at;
      return part.slice(0, at) + edit.text + part.slice(at);
    }
    case "replace":
      return edit.text;
    case "other-character":
      return otherCharacter(part, edit.at);
    case "spare-bits":
      return spareBits(part);
    case "cut":
      return part.slice(0, part.length - edit.characters);
    case "repeat":
      return part + edit.text.repeat(edit.count);
    default:
      return part;
  }
}

/** Applies one edit to a token's text. */
export function editToken(token: string, edit: TokenEdit): string {
  if (edit.edit === "before") return edit.text + token;
  if (edit.edit === "after") return token + edit.text;
  const parts = token.split(".");
  if (edit.edit === "add-part") return [...parts, edit.text].join(".");
  if (edit.edit === "remove-part") return parts.filter((_, index) => index !== edit.part).join(".");
  return parts.map((part, index) => (index === edit.part ? editPart(part, edit) : part)).join(".");
}

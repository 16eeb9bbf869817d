import { visibleJson } from "../text/visible-text.js";

/** One part of a token as far as it can be decoded. */
export interface RawPart {
  readonly name: "header" | "claims" | "signature";
  readonly characters: number;
  /** The decoded text, bounded; `undefined` where there is none to show: bytes that are no text would say nothing. */
  readonly text: string | undefined;
  /** Whether the text is well-formed JSON, laid out anew. */
  readonly isJson: boolean;
  /** Characters of the text that are not shown. */
  readonly left: number;
}

const most = 4000;
const partNames = ["header", "claims", "signature"] as const;

/** Of what is decoded, at most this share may be no text. */
const mostMarks = 0.1;

/** Decodes leniently, for showing only: what is no base64url ends the text, what is no UTF-8 becomes a mark. */
function decodeLeniently(part: string): string | undefined {
  const clean = /^[A-Za-z0-9_-]*/.exec(part)?.[0] ?? "";
  const whole = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
  if (whole === "") return undefined;
  const binary = atob(whole.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text.split("\uFFFD").length - 1 > text.length * mostMarks ? undefined : text;
}

function laidOut(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? visibleJson(value) : undefined;
  } catch {
    return undefined;
  }
}

function rawPart(part: string, name: RawPart["name"]): RawPart {
  const decoded = name === "signature" ? undefined : decodeLeniently(part.slice(0, 2 * most));
  // A large or deep part is shown as it stands: laying it out takes longer than reading it helps.
  const layout = decoded === undefined || part.length > most ? undefined : laidOut(decoded);
  const text = layout ?? decoded;
  return {
    name,
    characters: part.length,
    text: text?.slice(0, most),
    isJson: layout !== undefined,
    left: Math.max(0, (text?.length ?? 0) - most),
  };
}

/** What a broken token holds, part by part, as far as it is safe to show. */
export function rawParts(token: string): readonly RawPart[] {
  return token
    .slice(0, 16_384)
    .split(".", 3)
    .map((part, index) => rawPart(part, partNames[index] as RawPart["name"]));
}

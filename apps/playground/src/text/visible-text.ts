// Claims come from strangers. What cannot be seen, or changes how other text is read, is shown as its code.

const names: ReadonlyMap<number, string> = new Map([
  [0x00, "null"],
  [0x09, "tab"],
  [0x0a, "line break"],
  [0x0d, "carriage return"],
  [0x1b, "escape"],
  [0xa0, "no-break space"],
  [0xad, "soft hyphen"],
  [0x034f, "grapheme joiner"],
  [0x061c, "Arabic letter mark"],
  [0x200b, "zero width space"],
  [0x200c, "zero width non-joiner"],
  [0x200d, "zero width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "end of direction"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x202f, "narrow no-break space"],
  [0x2060, "word joiner"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "end of isolate"],
  [0x2800, "blank Braille pattern"],
  [0x3000, "ideographic space"],
  [0x3164, "Hangul filler"],
  [0xfe0f, "variation selector"],
  [0xfeff, "byte order mark"],
]);

/**
 * What cannot be seen: control and format characters (tags among them), line separators, halves of surrogate pairs, all
 * that Unicode lets a font show as nothing (fillers, variation selectors), and blanks that look like the usual one.
 */
export const hidden: RegExp = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}\u2800]|(?! )\p{Zs}/gu;

/** A stretch of text that shows itself, or one character that does not. */
export type Piece = { readonly text: string } | { readonly code: string; readonly name: string };

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** What a text consists of, as it can be shown: at most `most` characters, and how many were left out. */
export function visiblePieces(text: string, most = 400): { readonly pieces: readonly Piece[]; readonly left: number } {
  const shown = text.slice(0, most);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of shown.matchAll(hidden)) {
    if (match.index > from) pieces.push({ text: shown.slice(from, match.index) });
    const point = match[0].codePointAt(0) ?? 0;
    pieces.push({ code: codeOf(match[0]), name: names.get(point) ?? "a character that does not show" });
    from = match.index + match[0].length;
  }
  if (from < shown.length) pieces.push({ text: shown.slice(from) });
  return { pieces, left: text.length - shown.length };
}

/** On one line and as plain text, for sentences: `a[U+202E]b`. */
export function visibleText(text: string, most = 120): string {
  const { pieces, left } = visiblePieces(text, most);
  const joined = pieces.map((piece) => ("text" in piece ? piece.text : `[${piece.code}]`)).join("");
  return left > 0 ? `${joined}… (${left} more characters)` : joined;
}

/** One character as JSON and TypeScript escape it, by its UTF-16 units. */
export function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}

/** JSON in which every such character is escaped; it parses to the same value. */
export function visibleJson(value: unknown): string {
  // Short lists stay on one line: a line break between brackets is layout, inside a text it would be escaped.
  const short = /\[\n\s+([^[\]{}]{0,70}?)\n\s+\]/g;
  return (JSON.stringify(value, null, 2) ?? "null")
    .replace(short, (_, items: string) => `[${items.replace(/\n\s+/g, " ")}]`)
    .replace(hidden, (character) => (character === "\n" ? character : escaped(character)));
}

// Claims come from strangers. Control characters could repaint a terminal, and invisible ones that change the direction
// of writing could make a line read as something else, so none of them is printed as it is.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const unprintable = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A text from outside as it can be shown: on one line, and without anything that moves or hides other text. */
export function printable(text: string): string {
  return text.replace(unprintable, escaped);
}

/** JSON for a person, with short lists on one line. */
export function jsonLines(value: unknown): string[] {
  // A line break between brackets is layout: inside a text it would be escaped.
  const short = /\[\n\s+([^[\]{}]{0,60}?)\n\s+\]/g;
  return printableJson(value, 2)
    .replace(short, (_, items: string) => `[${items.replace(/\n\s+/g, " ")}]`)
    .split("\n");
}

/** JSON in which every such character is escaped; it parses to the same value. */
export function printableJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent) ?? "null";
  return json.replace(unprintable, (character) => (character === "\n" ? character : escaped(character)));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
const colourCodes = /\u001b\[[0-9;]*m/g;

/** How wide a text is on the screen: colours take no room. */
export function widthOf(text: string): number {
  return [...text.replace(colourCodes, "")].length;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks a text between words; a word that is too long for a line stays whole, so that it can still be copied. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A paragraph, indented; from its second line on by `hanging` more. */
export function paragraph(text: string, width: number, indent = 0, hanging = 0): string[] {
  const [first = "", ...rest] = wrap(text, Math.max(20, width - indent));
  if (rest.length === 0) return [" ".repeat(indent) + first];
  const lead = " ".repeat(indent + hanging);
  const others = wrap(rest.join(" "), Math.max(20, width - indent - hanging));
  return [" ".repeat(indent) + first, ...others.map((line) => lead + line)];
}

/** Rows of a label and a text; the texts stand in one column. */
export function labelled(rows: readonly (readonly [string, string])[], width: number, indent = 2): string[] {
  const column = Math.max(0, ...rows.map(([label]) => widthOf(label))) + 2;
  return rows.flatMap(([label, text]) =>
    wrap(text, Math.max(20, width - indent - column)).map(
      (line, index) => " ".repeat(indent) + padEnd(index === 0 ? label : "", column) + line,
    ),
  );
}

/** A table whose last column takes the room that is left. */
export function table(rows: readonly (readonly string[])[], width: number, indent = 2): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const before = widths.slice(0, -1).reduce((sum, part) => sum + part + 2, indent);
  return rows.flatMap((row) => {
    const lead = row.slice(0, -1).map((cell, column) => padEnd(cell, (widths[column] ?? 0) + 2));
    const rest = wrap(row.at(-1) ?? "", Math.max(24, width - before));
    return rest.map((line, index) =>
      (" ".repeat(indent) + (index === 0 ? lead.join("") : " ".repeat(before - indent)) + line).trimEnd(),
    );
  });
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], joiner = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${joiner} ${items.at(-1)}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

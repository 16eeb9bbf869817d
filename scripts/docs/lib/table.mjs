// Tables in Markdown.

/** Text for one cell: a bar would end it, a line break would end the row. */
export function cell(value) {
  return String(value ?? "")
    .replaceAll("|", "\\|")
    .replaceAll(/\s*\n\s*/g, " ");
}

export function code(value) {
  return value === undefined || value === "" ? "" : `\`${value}\``;
}

/** JSON as people write it in a sentence: blanks after colons and commas. */
export function json(value) {
  return JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, " ").replaceAll("[ ", "[").replaceAll(" ]", "]");
}

export function table(heads, rows) {
  const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

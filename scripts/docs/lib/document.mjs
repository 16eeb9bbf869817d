// Parts of a document that are made by a script stand between two comments:
//
//   <!-- generated: name -->
//   <!-- /generated -->
//
// Everything between them is replaced; everything outside is a person's.

const BEGIN = /^<!-- generated: ([a-z0-9-]+) -->$/;
const END = "<!-- /generated -->";

/** The names of the generated parts of a document, in order. */
export function partsOf(text) {
  return text.split("\n").flatMap((line) => BEGIN.exec(line)?.[1] ?? []);
}

/** The document with each generated part replaced by what `contents` has under its name. */
export function fill(path, text, contents) {
  const lines = text.split("\n");
  const filled = [];
  for (let index = 0; index < lines.length; index += 1) {
    const name = BEGIN.exec(lines[index])?.[1];
    filled.push(lines[index]);
    if (name === undefined) continue;
    const content = contents.get(name);
    if (content === undefined) throw new Error(`${path}: nothing makes the part "${name}".`);
    const end = lines.indexOf(END, index);
    if (end === -1) throw new Error(`${path}: the part "${name}" has no end.`);
    filled.push("", ...content.trim().split("\n"), "", END);
    index = end;
  }
  return filled.join("\n");
}

// Where the vectors are, and how they are written.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const vectorsFolder = fileURLToPath(new URL("../../vectors/", import.meta.url));

/** The one way in which vector files are written. */
export function jsonText(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A file below `vectors`, or `undefined` when there is none. */
export function readVectorText(path) {
  const file = vectorsFolder + path;
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The paths of all vector files below `vectors`, with forward slashes. */
export function listVectorFiles(folder) {
  if (folder === undefined) return ["core", "vendor"].flatMap((one) => listVectorFiles(one));
  if (!existsSync(vectorsFolder + folder)) return [];
  return readdirSync(vectorsFolder + folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? listVectorFiles(path) : [path];
    })
    .filter((path) => path.endsWith(".json"))
    .sort();
}

/** JSON with its members in a fixed order, so that equal values have equal texts. */
export function canonicalText(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalText(value[name])}`).join(",")}}`;
}

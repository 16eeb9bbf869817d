// Writes the vector files from the tables, signing every token with node:crypto and nothing of the code that the vectors
// check. The tables are written by hand: those of a vendor from its documents, those for every vendor from the
// standards and the model.
//
//   node scripts/generate-golden.mjs           writes the files
//   node scripts/generate-golden.mjs --check   exits 1 if a file differs from what would be written, or is not from here
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCoreFile } from "./lib/build-core-file.mjs";
import { buildFile } from "./lib/build-file.mjs";
import { buildTranslateFile } from "./lib/build-translate-file.mjs";
import { jsonText, listVectorFiles, readVectorText, vectorsFolder } from "./lib/files.mjs";
import { traceabilityPath, traceabilityText } from "./lib/traceability.mjs";
import { coreTables } from "./tables/core-index.mjs";
import { tables, translateTables } from "./tables/index.mjs";

/** The vector files as they should be, by path. */
export function generate() {
  const files = [
    ...coreTables.map(buildCoreFile),
    ...tables.map(buildFile),
    ...translateTables.map(buildTranslateFile),
  ];
  return new Map(files.map(({ path, content }) => [path, jsonText(content)]));
}

const traceabilityOf = (files) => traceabilityText([...files.values()].map((text) => ({ content: JSON.parse(text) })));

/** The paths that differ from what would be written, are missing, or are made of no table. */
export function differences(files = generate()) {
  const wrong = [...files].filter(([path, text]) => readVectorText(path) !== text).map(([path]) => path);
  if (readVectorText(traceabilityPath) !== traceabilityOf(files)) wrong.push(traceabilityPath);
  return [...wrong, ...listVectorFiles().filter((path) => !files.has(path))];
}

function write(files) {
  for (const [path, text] of [...files, [traceabilityPath, traceabilityOf(files)]]) {
    mkdirSync(dirname(vectorsFolder + path), { recursive: true });
    writeFileSync(vectorsFolder + path, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = generate();
  if (process.argv.includes("--check")) {
    const wrong = differences(files);
    for (const path of wrong) console.error(`vectors/${path} is not what the tables say.`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } else {
    write(files);
    for (const path of files.keys()) console.log(`vectors/${path}`);
  }
}

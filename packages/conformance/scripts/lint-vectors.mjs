// Checks every vector file: schema, ids, flags, twins, keys, signatures, that the tables make exactly these files, and that
// nothing which a frozen revision asks for is gone or changed.
//
//   node scripts/lint-vectors.mjs      prints what is wrong and exits 1, or prints how many tests there are
import { fileURLToPath } from "node:url";
import { allFrozenProblems } from "./frozen-revisions.mjs";
import { differences } from "./generate-golden.mjs";
import { listVectorFiles, readVectorText } from "./lib/files.mjs";
import { lintFiles, testsOf } from "./lib/lint.mjs";
import { validate } from "./lib/schema.mjs";
import { traceabilityProblems } from "./lib/traceability.mjs";

/**
 * Every vector file with its text as it stands.
 *
 * @returns {{ path: string, text: string, content: any }[]}
 */
export function readVectorFiles() {
  return listVectorFiles().map((path) => {
    const text = readVectorText(path);
    return { path, text, content: JSON.parse(text) };
  });
}

/** @returns {any} */
export function readSchema() {
  return JSON.parse(readVectorText("schema.json"));
}

export function retiredIds() {
  return JSON.parse(readVectorText("retired.json")).retired.map(({ id }) => id);
}

/**
 * What the schema finds wrong; the other checks take valid files only.
 *
 * @param {readonly { path: string, content: any }[]} files
 * @returns {string[]}
 */
export function schemaProblems(files, schema = readSchema()) {
  return files.flatMap(({ path, content }) => validate(schema, content).map((problem) => `${path}: ${problem}`));
}

export function allProblems() {
  const files = readVectorFiles();
  const problems = schemaProblems(files);
  if (problems.length > 0) return problems;
  const stale = differences().map((path) => `${path}: is not what the tables say; run generate-golden.mjs`);
  const retired = retiredIds();
  return [...lintFiles(files, retired), ...allFrozenProblems(files, retired), ...traceabilityProblems(files), ...stale];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = allProblems();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else for (const file of readVectorFiles()) console.log(`${file.path}: ${testsOf(file).length} tests`);
}

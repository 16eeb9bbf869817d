// Writes down which vectors a revision of the specification asks for. Run once, when the revision is released: from then
// on vectors that are added run as `not-scored` for whoever asks for that revision, and none of the listed may go.
//
//   node scripts/freeze-requirements.mjs 1            writes vectors/requirements/1.json; refuses to change one that is there
//   node scripts/freeze-requirements.mjs 1 --check    says which of the listed vectors are gone, and exits 1 if any is
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { jsonText } from "./lib/files.mjs";
import { testsOf } from "./lib/lint.mjs";
import { readVectorFiles } from "./lint-vectors.mjs";

/**
 * The requirements of a revision: the ids of all vectors that it has, in order.
 *
 * @param {readonly { path: string, content: any }[]} files
 * @param {number} revision
 */
export function requirementsOf(files, revision) {
  const isOf = ({ since, until = revision }) => since <= revision && until >= revision;
  const ids = files.flatMap(({ path, content }) =>
    testsOf({ path, content: { ...content, groups: content.groups.filter(isOf) } }).map(({ id }) => id),
  );
  return { formatVersion: 1, revision, ids: [...new Set(ids)].sort() };
}

/**
 * The ids that a frozen revision asks for and that no file has any more.
 *
 * @param {{ ids: readonly string[] }} requirements
 * @param {readonly { path: string, content: any }[]} files
 */
export function missingIds({ ids }, files) {
  const known = new Set(files.flatMap(testsOf).map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

function main([text, flag]) {
  const revision = Number(text);
  if (!Number.isInteger(revision) || revision < 1)
    throw new Error("Name a revision: node scripts/freeze-requirements.mjs 1");
  const folder = new URL("../vectors/requirements/", import.meta.url);
  const file = new URL(`${revision}.json`, folder);
  if (flag === "--check") {
    const missing = missingIds(JSON.parse(readFileSync(file, "utf8")), readVectorFiles());
    for (const id of missing) console.error(`${id}: revision ${revision} asks for it, and it is gone`);
    if (missing.length > 0) process.exitCode = 1;
    return;
  }
  if (existsSync(file)) throw new Error(`Revision ${revision} is frozen; what comes later belongs to the next one.`);
  const requirements = requirementsOf(readVectorFiles(), revision);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, jsonText(requirements));
  console.log(`vectors/requirements/${revision}.json: ${requirements.ids.length} vectors`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));

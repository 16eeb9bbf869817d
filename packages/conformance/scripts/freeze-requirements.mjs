// Writes down which vectors a revision of the specification asks for, and what each of them asks. Run once, when the
// revision is released: from then on vectors that are added run as `not-scored` for whoever asks for that revision, and
// `lint-vectors.mjs` lets none of the listed go or ask for something else.
//
//   node scripts/freeze-requirements.mjs 1            writes vectors/requirements/1.json and scripts/frozen/1.json; refuses
//                                                     to change those that are there. Before the release of the
//                                                     revision both may be deleted, and made again.
//   node scripts/freeze-requirements.mjs 1 --check    says which of the listed vectors are gone or changed, and exits 1 if any is
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { digestsOf, frozenProblems, recordOf } from "./frozen-revisions.mjs";
import { jsonText, vectorsFolder } from "./lib/files.mjs";
import { testsOf } from "./lib/lint.mjs";
import { readVectorFiles, retiredIds } from "./lint-vectors.mjs";

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
 * What each vector of a revision asks, as a digest: what `lint-vectors.mjs` holds them to.
 *
 * @param {{ ids: readonly string[] }} requirements
 * @param {readonly { path: string, content: any }[]} files
 */
export function recordFor({ ids }, files) {
  const digests = digestsOf(files);
  return { digests: Object.fromEntries(ids.map((id) => [id, digests.get(id)])) };
}

function write(file, content) {
  mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
  writeFileSync(file, jsonText(content));
}

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

function main([text, flag]) {
  const revision = Number(text);
  if (!Number.isInteger(revision) || revision < 1)
    throw new Error("Name a revision: node scripts/freeze-requirements.mjs 1");
  const file = new URL(`requirements/${revision}.json`, `file://${vectorsFolder}`);
  const record = recordOf(revision);
  const files = readVectorFiles();
  if (flag === "--check") {
    const problems = frozenProblems(readJson(file), readJson(record), files, retiredIds());
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
    return;
  }
  if (existsSync(file)) throw new Error(`Revision ${revision} is frozen; what comes later belongs to the next one.`);
  const requirements = requirementsOf(files, revision);
  write(file, requirements);
  write(record, recordFor(requirements, files));
  console.log(`vectors/requirements/${revision}.json: ${requirements.ids.length} vectors`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));

// npm run docs: brings the generated parts of the documentation up to date. With --check nothing is written: the script
// names what is out of date and fails. Needs the packages built.
//
// Tables come from the tables of the built packages, reports from translations that are carried out, and the output under
// a code sample from running it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/run.mjs";
import * as adapterTables from "./adapter-tables.mjs";
import * as errors from "./errors.mjs";
import * as grantInputs from "./grant-inputs.mjs";
import { fill, partsOf } from "./lib/document.mjs";
import { withOutputs } from "./lib/samples.mjs";
import * as lintRules from "./lint-rules.mjs";
import * as translations from "./translations.mjs";

const onlyCheck = process.argv.includes("--check");

/** The documents that may hold samples or generated parts. */
function documentPaths() {
  const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`);
  const docs = readdirSync(join(root, "docs")).map((name) => `docs/${name}`);
  return ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", ...docs, ...packages]
    .filter((path) => path.endsWith(".md") && existsSync(join(root, path)))
    .sort();
}

async function allParts() {
  const parts = new Map();
  for (const { parts: make } of [errors, lintRules, adapterTables, translations, grantInputs]) {
    for (const [name, content] of await make()) parts.set(name, content);
  }
  return parts;
}

const before = new Map(documentPaths().map((path) => [path, readFileSync(join(root, path), "utf8")]));
const parts = await allParts();
const used = new Set([...before.values()].flatMap(partsOf));
const filled = new Map([...before].map(([path, text]) => [path, fill(path, text, parts)]));
const after = await withOutputs(filled);

const problems = [
  ...[...parts.keys()].filter((name) => !used.has(name)).map((name) => `no document has the part "${name}"`),
  ...grantInputs.check(after.get("docs/grant.md") ?? ""),
  ...lintRules.check(after.get("docs/lint-rules.md") ?? ""),
];
const stale = [...after].filter(([path, text]) => text !== before.get(path)).map(([path]) => path);

if (onlyCheck) problems.push(...stale.map((path) => `${path} is out of date`));
else for (const path of stale) writeFileSync(join(root, path), after.get(path));

for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error("\nCure: npm run build && npm run docs");
  process.exit(1);
}
console.log(stale.length === 0 ? "The documentation is up to date." : `Brought up to date: ${stale.join(", ")}.`);

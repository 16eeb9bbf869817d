// npm run api: writes the reports of the public declarations into tools/reference/api/. With --check nothing is written: it
// names the reports that differ, and what is exported without a doc comment, and fails. Needs the packages built.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { undocumented } from "./doc-comments.mjs";
import { publicEntries, requireBuilt } from "./entries.mjs";
import { makeReports } from "./reports.mjs";

const onlyCheck = process.argv.includes("--check");
const folder = fileURLToPath(new URL("./api/", import.meta.url));

function committed() {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".api.md")) : [];
  return new Map(names.map((name) => [name, readFileSync(folder + name, "utf8").replaceAll("\r\n", "\n")]));
}

/** The first line in which two reports differ, to show at once where to look. */
function firstDifference(before, after) {
  const old = before.split("\n");
  const made = after.split("\n");
  const index = made.findIndex((line, at) => line !== old[at]);
  const at = index === -1 ? made.length : index;
  return `line ${at + 1}\n    was: ${old[at] ?? "(nothing)"}\n    is:  ${made[at] ?? "(nothing)"}`;
}

const entries = publicEntries();
requireBuilt(entries);
const { reports, program } = makeReports(entries);
const before = committed();
const gone = [...before.keys()].filter((name) => !reports.has(name));
const changed = [...reports].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
const { symbols, undocumented: silent } = undocumented(entries, program);

if (onlyCheck) {
  for (const name of gone) console.error(`${name}: no entry of that name`);
  for (const name of changed) console.error(`${name}: ${firstDifference(before.get(name) ?? "", reports.get(name))}`);
  if (gone.length + changed.length > 0) console.error("\nCure: npm run api, and look at the difference\n");
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of gone) rmSync(folder + name);
  for (const name of changed) writeFileSync(folder + name, reports.get(name));
  console.log(changed.length === 0 ? "The reports are up to date." : `Written: ${changed.join(", ")}.`);
}

for (const name of silent) console.error(`no doc comment: ${name}`);
console.log(`${symbols} exported names in ${entries.length} entries, ${silent.length} names or members undocumented.`);
if (silent.length > 0 || (onlyCheck && gone.length + changed.length > 0)) process.exitCode = 1;

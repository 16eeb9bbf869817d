// Checks reports that adapters publish: `<folder>/<vendor>/<adapter>@<version>.json`, as `--format json` prints them. Run it
// after a build. It does not run the adapters again: it tells whether a report is whole, of the vectors that it names, and
// true to its own cases.
//
//   node scripts/check-reports.mjs [folder]    prints what is wrong and exits 1, or prints one line for each report
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { reached } from "../dist/report/reached.js";
import { reportSchema } from "../dist/report/report-schema.js";
import { vectorDigest } from "../dist/vectors/digest.js";
import { version } from "../dist/version.js";
import { reportProblems } from "./lib/published-reports.mjs";
import { readVectorFiles, retiredIds } from "./lint-vectors.mjs";

/** What this package asks for today. */
function currentSuite() {
  const folder = fileURLToPath(new URL("../vectors/requirements/", import.meta.url));
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const requirements = new Map(
    names
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")))
      .map(({ revision, ids }) => [revision, new Set(ids)]),
  );
  return { version, digest: vectorDigest(), files: readVectorFiles(), retired: retiredIds(), requirements, reached };
}

function readReports(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function problemsOf({ path, text }, current) {
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    return [`${path}: is no JSON`];
  }
  const { error } = reportSchema.safeParse(content);
  if (error !== undefined) return error.issues.map((issue) => `${path}: ${issue.path.join(".")}: ${issue.message}`);
  return reportProblems({ path, content }, current);
}

function main([name = "reports"]) {
  const folder = resolve(name);
  if (!existsSync(folder)) throw new Error(`There is no folder ${name}.`);
  const reports = readReports(folder);
  if (reports.length === 0) throw new Error(`There is no report in ${name}.`);
  const current = currentSuite();
  for (const report of reports) {
    const problems = problemsOf(report, current);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
    else console.log(`${report.path}: holds`);
  }
}

main(process.argv.slice(2));

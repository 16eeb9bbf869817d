// Writes a report of each adapter that is named, as it is published. Every adapter is a partner of the others. Run it after
// a build, where the packages are installed.
//
//   node scripts/make-reports.mjs reports @roompass/daily/conformance @roompass/metered/conformance
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { loadSubject, makeReport, runSuite } from "../dist/index.js";
import { readOwnVectors } from "../dist/vectors/own-vectors.js";
import { jsonText } from "./lib/files.mjs";
import { reportPath } from "./lib/published-reports.mjs";

const [folder, ...names] = process.argv.slice(2);
if (names.length === 0)
  throw new Error("Name a folder and adapters: node scripts/make-reports.mjs reports ./adapter.js");

const loaded = [];
for (const name of names) loaded.push({ name, ...(await loadSubject(name)) });

for (const { name, subject, origin } of loaded) {
  const partners = loaded.filter((other) => other.name !== name).map((other) => other.subject);
  const own = origin === undefined ? [] : await readOwnVectors(origin.folder, subject.adapter.vendor);
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const run = await runSuite(subject, { own, partners });
  const report = makeReport(run, {
    seed: 1,
    startedAt,
    durationMilliseconds: performance.now() - start,
    partners,
    ownVectors: own.length,
    command: [
      "npx @roompass/conformance",
      name,
      ...names.filter((one) => one !== name).map((one) => `--with ${one}`),
    ].join(" "),
  });
  const file = join(resolve(folder), reportPath(report));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, jsonText(report));
  console.log(
    `${reportPath(report)}: ${report.conformsTo === undefined ? "does not conform" : `conforms to ${report.conformsTo}`}`,
  );
  if (!report.conforms) process.exitCode = 1;
}

// npm run mutation:suite -- <vendor> [file.ts ...] [--workers 2] [--sample 400] [--mutant <id>]
//
// Small faults are planted in one vendor's adapter, and nothing but the conformance suite looks for them. What survives is
// a hole in the suite: a fault that it would pass in anybody's adapter. Stryker plants the faults; the suite is then run
// by itself, without a test framework, so that thousands of mutants take minutes and not days.
//
// The packages have to be built (`npm run build`). Results: reports/mutation-suite/<vendor>.json, and a summary here.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { sampleOf } from "../sample.mjs";
import { bundleWithMutants } from "./bundle.mjs";
import { runMutants } from "./pool.mjs";
import { summaryOf } from "./summary.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: "string", default: "2" }, sample: { type: "string" }, mutant: { type: "string" } },
});
const [vendor = "", ...files] = positionals;

if (!/^[a-z][a-z0-9-]*$/.test(vendor) || !existsSync(`${root}packages/${vendor}/src/conformance.ts`)) {
  console.error("Name a vendor whose package runs the suite: npm run mutation:suite -- daily");
  process.exit(2);
}

const folder = `${root}reports/mutation-suite/${vendor}/`;
const { bundle, mutants } = await bundleWithMutants({ root, vendor, files, folder });
const chosen =
  values.mutant === undefined
    ? sampleOf(mutants, values.sample === undefined ? undefined : Number(values.sample))
    : mutants.filter(({ id }) => id === values.mutant);
console.log(
  `${chosen.length} of ${mutants.length} mutants in ${vendor}, of ${new Set(chosen.map(({ file }) => file)).size} files`,
);

const started = performance.now();
const results = await runMutants({ bundle, mutants: chosen, workers: Number(values.workers) });
mkdirSync(`${root}reports/mutation-suite`, { recursive: true });
writeFileSync(`${root}reports/mutation-suite/${vendor}.json`, `${JSON.stringify(results, undefined, 2)}\n`);
console.log(summaryOf(results));
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);

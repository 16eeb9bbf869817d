// npm run mutation -- [--sample 300] [options of Stryker's]
//
// Small faults are planted in the order on rights, the translation and the strict parser, one at a time, and the tests of
// core and of the translations have to find them. All of them take hours; `--sample` draws so many, evenly over all files
// and the same each time.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findMutants } from "./find-mutants.mjs";
import { sampleOf } from "./sample.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const words = process.argv.slice(2);
const place = words.indexOf("--sample");
const sample = place < 0 ? undefined : Number(words.splice(place, 2)[1]);
if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) throw new Error("Write --sample 300.");

/** Where a mutant stands, as Stryker's `--mutate` has it: lines from one, columns from zero. */
const rangeOf = ({ fileName, location: { start, end } }) =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

async function drawn() {
  const { mutate } = JSON.parse(readFileSync(join(root, "tools/mutation/stryker.config.json"), "utf8"));
  const { mutants } = await findMutants(root, mutate);
  const chosen = sampleOf(mutants, sample);
  console.log(`${chosen.length} of ${mutants.length} mutants; what stands inside the same expression comes along.`);
  return ["--mutate", [...new Set(chosen.map(rangeOf))].join(",")];
}

const stryker = join(root, "node_modules/@stryker-mutator/core/bin/stryker.js");
const options = sample === undefined ? [] : await drawn();
const { status } = spawnSync(
  process.execPath,
  [stryker, "run", "tools/mutation/stryker.config.json", ...options, ...words],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);

// npm run mutation -- [--part authority|translate|jws] [--sample 300] [options of Stryker's]
//
// Small faults are planted in the order on rights, the translation and the strict parser, one at a time, and the tests of
// core and of the translations have to find them. All of them take hours. `--sample` draws so many, evenly over all files
// and the same each time. `--part` takes one folder and only the tests inside it, so that what it reports is a lower
// bound of what all tests find, in a fraction of the time.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findMutants } from "./find-mutants.mjs";
import { sampleOf } from "./sample.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const words = process.argv.slice(2);
const parts = ["authority", "translate", "jws"];

/** Takes an option and its value out of the words. */
function taken(option) {
  const place = words.indexOf(option);
  return place < 0 ? undefined : words.splice(place, 2)[1];
}

const part = taken("--part");
if (part !== undefined && !parts.includes(part)) throw new Error(`Write --part and one of ${parts.join(", ")}.`);
const given = taken("--sample");
const sample = given === undefined ? undefined : Number(given);
if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) throw new Error("Write --sample 300.");

const { mutate } = JSON.parse(readFileSync(join(root, "tools/mutation/stryker.config.json"), "utf8"));
const files = mutate.map((glob) => (part === undefined ? glob : glob.replace(/\{.*?\}/, part)));

/** Where a mutant stands, as Stryker's `--mutate` has it: lines from one, columns from zero. */
const rangeOf = ({ fileName, location: { start, end } }) =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

async function drawn() {
  const { mutants } = await findMutants(root, files);
  const chosen = sampleOf(mutants, sample);
  console.log(`${chosen.length} of ${mutants.length} mutants; what stands inside the same expression comes along.`);
  return ["--mutate", [...new Set(chosen.map(rangeOf))].join(",")];
}

const stryker = join(root, "node_modules/@stryker-mutator/core/bin/stryker.js");
const options = sample === undefined ? ["--mutate", files.join(",")] : await drawn();
// What fewer tests have left alive is no result of the others.
if (part !== undefined) options.push("--incrementalFile", `reports/mutation/${part}.json`);
const { status } = spawnSync(
  process.execPath,
  [stryker, "run", "tools/mutation/stryker.config.json", ...options, ...words],
  { cwd: root, stdio: "inherit", env: { ...process.env, ...(part && { ROOMPASS_MUTATED_PART: part }) } },
);
process.exit(status ?? 1);

// npm run mutation:suite -- <vendor> [file ...] [--concurrency 1]
//
// Plants faults in a vendor's adapter, or in some of its files, and runs the conformance suite alone on each of them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [vendor = "", ...rest] = process.argv.slice(2);
const files = rest.filter((word) => word.endsWith(".ts"));
const options = rest.filter((word) => !word.endsWith(".ts"));

if (!/^[a-z][a-z0-9-]*$/.test(vendor) || !existsSync(`${root}packages/${vendor}/src/conformance.test.ts`)) {
  console.error("Name a vendor whose package runs the suite: npm run mutation:suite -- daily");
  process.exit(2);
}
const stryker = fileURLToPath(import.meta.resolve("@stryker-mutator/core/package.json")).replace(
  /package\.json$/,
  "bin/stryker.js",
);
const mutate = files.length === 0 ? [] : ["--mutate", files.join(",")];
const { status } = spawnSync(
  process.execPath,
  [stryker, "run", "tools/mutation/stryker.suite.config.mjs", ...mutate, ...options],
  { cwd: root, stdio: "inherit", env: { ...process.env, ROOMPASS_VENDOR: vendor } },
);
process.exit(status ?? 1);

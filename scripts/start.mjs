// npm start: from a fresh clone to something to look at. Installs what is missing, builds, then runs the tour.
import "./lib/node-version.mjs";
import { build } from "./lib/build.mjs";
import { install } from "./lib/install.mjs";
import { failure, step } from "./lib/report.mjs";
import { runNode } from "./lib/run.mjs";

const started = performance.now();
if (process.stdout.isTTY) console.log("Preparing (the first time takes a minute: packages are downloaded) …");

const installed = await install();
if (installed.code !== 0) {
  failure("Installing", installed.output);
  process.exit(1);
}

const built = await build();
if (built.code !== 0) {
  failure("Building", built.output);
  process.exit(1);
}
step("install and build", (performance.now() - started) / 1000);
console.log("");

const { code } = await runNode("packages/cli/dist/tour/main.js", process.argv.slice(2), { show: true });
process.exit(code);

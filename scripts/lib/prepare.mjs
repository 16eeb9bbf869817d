// Installs and builds what is missing, and ends with one clear text when that does not work.
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { failure, step } from "./report.mjs";

export async function prepare() {
  const started = performance.now();
  if (process.stdout.isTTY) console.log("Preparing (the first time takes a minute: packages are downloaded) …");
  const installed = await install();
  if (installed.code !== 0) {
    failure("Installing", installed.output);
    process.exit(1);
  }
  if (!installed.skipped) console.log("          building …");
  const built = await build();
  if (built.code !== 0) {
    failure("Building", built.output);
    process.exit(1);
  }
  step("install and build", (performance.now() - started) / 1000);
}

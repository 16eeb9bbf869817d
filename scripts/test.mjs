// npm test: everything that must hold before a change goes in. Installs what is missing, builds, lints, type-checks the
// tests and runs them all. The last line is always `N passed, N failed`, for people and for scripts.
//
//   --full        enumerations walk the full claim space instead of a sample (minutes instead of seconds)
//   other words   are handed to vitest, for example a part of a file name
import "./lib/node-version.mjs";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "./lib/build.mjs";
import { install } from "./lib/install.mjs";
import { failure, step } from "./lib/report.mjs";
import { commandFile, root, runNode, runTurbo } from "./lib/run.mjs";

const words = process.argv.slice(2);
const full = words.includes("--full");
const forVitest = words.filter((word) => word !== "--full");
const resultsFile = join(root, "node_modules", ".cache", "roompass", "test-results.json");

let failedGates = 0;

async function gate(name, work) {
  const started = performance.now();
  const result = await work();
  const passed = result.code === 0;
  step(name, (performance.now() - started) / 1000, passed ? (result.skipped ? "nothing to do" : "") : "failed");
  if (!passed) {
    failedGates += 1;
    failure(name, result.output);
  }
  return passed;
}

function lint() {
  return runNode(commandFile("@biomejs/biome", "biome"), ["ci", "--error-on-warnings", "--colors=off", "."]);
}

// The packages' tests by turbo, which skips unchanged ones; then the tools, which are no package.
async function typecheck() {
  const result = await runTurbo("typecheck");
  if (result.code !== 0) return result;
  return runNode(commandFile("typescript", "tsc"), ["-p", "tools"]);
}

// What the packages export: reviewed as a difference of text, documented, and readable as pages without a broken link.
function reference() {
  return runTurbo("check");
}

async function test() {
  mkdirSync(dirname(resultsFile), { recursive: true });
  rmSync(resultsFile, { force: true });
  const started = performance.now();
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${resultsFile}`, ...forVitest];
  const { code } = await runNode(commandFile("vitest", "vitest"), args, {
    show: true,
    env: full ? { ROOMPASS_FULL: "1" } : {},
  });
  step("tests", (performance.now() - started) / 1000, full ? "full enumerations" : "");
  return count(code);
}

// A file that cannot be loaded has no tests in the report, and an error outside a test is in no file: both must count.
function count(code) {
  let results;
  try {
    results = JSON.parse(readFileSync(resultsFile, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const unloadable = results.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  const failed = results.numFailedTests + unloadable.length;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function finish({ passed, failed, skipped }) {
  const all = failed + failedGates;
  const suffix = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`\n${passed} passed, ${all} failed${suffix}`);
  process.exitCode = all === 0 ? 0 : 1;
}

const nothing = { passed: 0, failed: 0, skipped: 0 };
const ready = (await gate("install", install)) && (await gate("build", build));
if (ready) {
  await gate("lint", lint);
  await gate("types of the tests", typecheck);
  await gate("API and its reference", reference);
  finish(await test());
} else {
  finish(nothing);
}

// npm run test:runtimes: the packages as they would be published, on everything that they are meant to run on.
//
//   node20 bun …   only these
//
// Every runtime gets the same programs: what a user does, the whole conformance suite on every adapter, and `require` of
// every entry where there is CommonJS. The outcomes of every case, and the tokens, have to be the same everywhere.
import "../../scripts/lib/node-version.mjs";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installApart } from "../packed/install-apart.mjs";
import { installPacked } from "../packed/packages.mjs";
import { summaryOf, tableOf } from "./lib/results.mjs";
import { runtimes } from "./lib/runtimes.mjs";

const vendors = ["daily", "livekit", "metered", "videosdk"];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => !runtimes.some(({ key }) => key === word));
if (unknown.length > 0) throw new Error(`No such runtime: ${unknown.join(", ")}. ${runtimes.map(({ key }) => key)}`);

/** On a laptop a runtime may be missing, and the table says so; on the build server nobody reads what was left out. */
const missing = (name) => (process.env["CI"] === "true" ? [`${name} is not installed.`] : []);

/** A row of the table; a runtime that breaks down is a row as well. */
async function runOne({ name, conditions, find, version, run }, folder) {
  const program = find();
  const row = { name, conditions: conditions.join(", ") };
  if (program === undefined) return { ...row, version: "not here", isMissing: true, failures: missing(name) };
  const started = performance.now();
  try {
    const answered = await run(program, folder, vendors);
    const seconds = (performance.now() - started) / 1000;
    return { ...row, version: await version(program), seconds, ...summaryOf(answered, vendors) };
  } catch (error) {
    const seconds = (performance.now() - started) / 1000;
    return { ...row, version: "", seconds, ...summaryOf({ values: [], problems: [String(error?.stack)] }, vendors) };
  }
}

await installApart(fileURLToPath(new URL(".", import.meta.url)), "Installing the runtimes, once: about a gigabyte …");
const folder = mkdtempSync(join(tmpdir(), "roompass-runtimes-"));
try {
  await installPacked(folder);
  cpSync(fileURLToPath(new URL("./program/", import.meta.url)), folder, { recursive: true });
  const rows = [];
  for (const runtime of runtimes.filter(({ key }) => wanted.length === 0 || wanted.includes(key))) {
    const row = await runOne(runtime, folder);
    rows.push(row);
    const left = row.isMissing ? "skipped" : `${row.failures.length} failed`;
    console.log(`${row.name} ${row.version}: ${left}${row.seconds ? `, ${row.seconds.toFixed(0)} s` : ""}`);
  }
  const { text, failed } = tableOf(rows);
  console.log(`\n${text}`);
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

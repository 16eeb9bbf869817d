// Publishes what pack.mjs has packed, in its order. Asks for everything before it publishes anything, and may run again: what
// npm has is passed over.
//
//   node tools/release/publish-packed.mjs reports/packed
//
// This speaks to npm in the repository's name, and so needs nothing but Node, npm and the files of this repository. Each
// package comes with its provenance, unless NPM_CONFIG_PROVENANCE=false asks for none, as where nothing can vouch for it.
import { join, resolve } from "node:path";
import { askNpm, runNpm } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "../packed/published.mjs";
import { readPacked } from "./packed.mjs";
import { distTagOf, tagOf } from "./releases.mjs";

/** The integrity of a version at npm; `undefined` where npm says that it is not there. */
async function integrityAtNpm(one) {
  const { code, output } = await runNpm(["view", tagOf(one), "dist.integrity", "--json", "--loglevel=error"]);
  if (code !== 0 && /"code": *"E404"/.test(output)) return undefined;
  const integrity = /"(sha\d+-[A-Za-z0-9+/=]+)"/.exec(output)?.[1];
  // Neither there nor not there: nothing is published on a guess.
  if (code !== 0 || integrity === undefined) throw new Error(`npm did not say whether it has ${tagOf(one)}: ${output}`);
  return integrity;
}

/** Those whose tarball says another name or version than the list; npm reads them here as it does when it publishes them. */
async function misnamed(packed, folder) {
  if (packed.length === 0) return [];
  const files = packed.map(({ file }) => join(folder, file));
  const read = Object.values(await askNpm(["pack", "--dry-run", "--ignore-scripts", ...files]));
  return packed.filter((one) => !read.some((said) => tagOf(said) === tagOf(one) && said.integrity === one.integrity));
}

const [given] = process.argv.slice(2);
if (given === undefined) throw new Error("Name a folder: node tools/release/publish-packed.mjs reports/packed");
const folder = resolve(given);
const packed = readPacked(folder, publishedManifests());

const atNpm = await Promise.all(packed.map(integrityAtNpm));
const missing = [];
const replaced = [];
for (const [index, one] of packed.entries()) {
  const there = atNpm[index];
  if (there === undefined) missing.push(one);
  else if (there === one.integrity) console.log(`${tagOf(one)} is at npm already, as it was packed. Passed over.`);
  else replaced.push(`${tagOf(one)}: npm has ${there}, and packed was ${one.integrity}.`);
}
if (replaced.length > 0) {
  console.error(
    `${replaced.join("\n")}\nNothing was published: a version is never replaced. Where an earlier run of the workflow has ` +
      "published it, run the failed jobs of that run again: they publish and release what it has packed. Where none has, " +
      "find out who did. In either case a changeset gives the package a version that is free.",
  );
  process.exit(1);
}

const wrong = await misnamed(missing, folder);
if (wrong.length > 0) {
  const names = wrong.map((one) => `${one.file} is not of ${tagOf(one)}.`).join("\n");
  console.error(
    `${names}\nNothing was published. Whatever packed this has to be found before anything is packed again.`,
  );
  process.exit(1);
}

const provenance = process.env["NPM_CONFIG_PROVENANCE"] === "false" ? [] : ["--provenance"];
for (const one of missing) {
  const tag = distTagOf(one.version);
  const words = ["--access", "public", ...provenance, ...(tag === undefined ? [] : ["--tag", tag])];
  const { code } = await runNpm(["publish", join(folder, one.file), ...words], { show: true });
  if (code !== 0) {
    console.error(
      `${tagOf(one)} was not published, and none after it. This may be run again: what is there is passed over.`,
    );
    process.exit(code);
  }
}
console.log(`${missing.length} of ${packed.length} packages published.`);

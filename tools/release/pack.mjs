// Packs what is to be published: every package whose version was not released, dependencies first.
//
//   node tools/release/pack.mjs reports/packed
import { resolve } from "node:path";
import { root } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "../packed/published.mjs";
import { git } from "./history.mjs";
import { dependenciesFirst, packAll } from "./packed.mjs";
import { tagOf, withoutRelease } from "./releases.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name a folder: node tools/release/pack.mjs reports/packed");

const ordered = dependenciesFirst(publishedManifests());
const unreleased = withoutRelease(ordered, git(root, ["ls-remote", "--tags", "origin"]));
const packed = await packAll(unreleased, resolve(folder));
for (const one of packed) console.log(`${tagOf(one)}: ${one.file}, ${one.integrity}`);
console.log(`${packed.length} packages packed.`);

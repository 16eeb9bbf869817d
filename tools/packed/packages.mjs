// The packages as a user gets them: packed, and installed in a folder of their own, without a network.
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { askNpm, root, runNpm } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "./published.mjs";

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The folder of an installed package, also of one that does not show its `package.json`. */
function folderOf(name, from) {
  const folder = createRequire(join(from, "package.json"))
    .resolve.paths(name)
    ?.map((place) => join(place, name))
    .find((place) => existsSync(join(place, "package.json")));
  if (folder === undefined) throw new Error(`${name} is not installed. Run: npm ci`);
  return folder;
}

/**
 * Packages and everything that they need at run time, their folders by name.
 *
 * @param {readonly string[]} folders
 * @returns {ReadonlyMap<string, string>}
 */
export function closureOf(folders) {
  /** @type {Map<string, string>} */
  const known = new Map();
  const visit = (folder) => {
    const { name, dependencies = {} } = manifestOf(folder);
    if (known.has(name)) return;
    known.set(name, folder);
    for (const dependency of Object.keys(dependencies)) visit(folderOf(dependency, folder));
  };
  for (const folder of folders) visit(folder);
  return known;
}

/** Whether a package is one of this repository's. */
const isOurs = (name) => name === "roompass" || name.startsWith("@roompass/");

/**
 * Packs folders of packages into another folder, without running any script of theirs.
 *
 * @param {readonly string[]} folders
 * @param {string} into a folder
 * @returns {Promise<readonly { name: string, version: string, filename: string }[]>} what npm says of each
 */
export async function packFolders(folders, into) {
  const unbuilt = folders
    .filter((folder) => !existsSync(join(folder, "dist")))
    .map((folder) => manifestOf(folder).name);
  if (unbuilt.length > 0) throw new Error(`Not built: ${unbuilt.join(", ")}. Run: npm run build`);
  return Object.values(await askNpm(["pack", "--ignore-scripts", `--pack-destination=${into}`, ...folders]));
}

/**
 * Packs those packages of a closure that are this repository's.
 *
 * @param {ReadonlyMap<string, string>} closure
 * @param {string} into a folder
 * @returns {Promise<readonly string[]>} what to install: their tarballs, and the folders of what they need from elsewhere
 */
export async function pack(closure, into) {
  const own = [...closure].filter(([name]) => isOurs(name)).map(([, folder]) => folder);
  const tarballs = (await packFolders(own, into)).map(({ filename }) => join(into, filename));
  return [...tarballs, ...[...closure].filter(([name]) => !isOurs(name)).map(([, folder]) => folder)];
}

/**
 * Words for npm that install what `pack` returned: tarballs as copies, folders as links, and nothing from anywhere else.
 *
 * @param {readonly string[]} packed
 */
export const installWords = (packed) => [
  ...["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--install-links=false"],
  ...packed,
];

/** Links what a package can use and does not need: whoever uses it has it installed. */
function linkPeers(folders, into) {
  for (const folder of folders) {
    for (const name of Object.keys(manifestOf(folder).peerDependencies ?? {})) {
      const link = join(into, "node_modules", name);
      if (!existsSync(link)) symlinkSync(folderOf(name, folder), link, "junction");
    }
  }
}

/**
 * Packs every published package and installs the tarballs in a folder as copies; what they need from elsewhere is linked
 * from this repository. Nothing is downloaded.
 *
 * @param {string} folder an empty one
 */
export async function installPacked(folder) {
  const folders = publishedManifests().map(({ directory }) => join(root, directory));
  const packed = await pack(closureOf(folders), folder);
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  const flags = ["--legacy-peer-deps", "--loglevel=error", `--prefix=${folder}`];
  const { code, output } = await runNpm([...installWords(packed), ...flags]);
  if (code !== 0) throw new Error(output);
  linkPeers(folders, folder);
}

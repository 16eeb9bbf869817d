// The packages as a user gets them: packed, and installed in a folder of their own, without a network.
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, runNpm } from "../../scripts/lib/run.mjs";

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The folders of all packages that are published, in the order of their names. */
export function publishedFolders() {
  const parent = join(root, "packages");
  return readdirSync(parent)
    .sort()
    .map((name) => join(parent, name))
    .filter((folder) => existsSync(join(folder, "package.json")) && manifestOf(folder).private !== true);
}

/** What can be imported of them: `@roompass/core`, `@roompass/core/kit` and so on. */
export function publishedEntries() {
  return publishedFolders().flatMap((folder) => {
    const { name, exports = {} } = manifestOf(folder);
    return Object.entries(exports)
      .filter(([, target]) => typeof target !== "string")
      .map(([path]) => name + path.slice(1));
  });
}

/** The folder of an installed package, also of one that does not show its `package.json`. */
function folderOf(name, from) {
  const folder = createRequire(join(from, "package.json"))
    .resolve.paths(name)
    ?.map((place) => join(place, name))
    .find((place) => existsSync(join(place, "package.json")));
  if (folder === undefined) throw new Error(`${name} is not installed. Run: npm ci`);
  return folder;
}

/** The folders, by name, of everything from elsewhere that packages need at run time. */
function foreignFolders(folders) {
  const known = new Map();
  const visit = (folder) => {
    for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
      if (known.has(name)) continue;
      known.set(name, folderOf(name, folder));
      visit(known.get(name));
    }
  };
  for (const folder of folders) visit(folder);
  for (const folder of folders) known.delete(manifestOf(folder).name);
  return known;
}

/** Links what a package can use and does not need: whoever uses it has it installed. */
function linkPeers(folders, into) {
  for (const folder of folders) {
    for (const name of Object.keys(manifestOf(folder).peerDependencies ?? {})) {
      const link = join(into, "node_modules", name);
      if (!existsSync(link)) symlinkSync(folderOf(name, folder), link, "junction");
    }
  }
}

async function packInto(folder) {
  const folders = publishedFolders();
  const unbuilt = folders.filter((one) => !existsSync(join(one, "dist"))).map((one) => manifestOf(one).name);
  if (unbuilt.length > 0) throw new Error(`Not built: ${unbuilt.join(", ")}. Run: npm run build`);
  const words = ["pack", "--json", "--ignore-scripts", "--loglevel=error", `--pack-destination=${folder}`];
  const { code, output } = await runNpm([...words, ...folders]);
  if (code !== 0) throw new Error(output);
  const answer = JSON.parse(output.slice(output.search(/^[[{]/m)));
  return Object.values(answer).map(({ filename }) => join(folder, filename));
}

/**
 * Packs every published package and installs the tarballs in a folder as copies; what they need from elsewhere is linked
 * from this repository. Nothing is downloaded.
 *
 * @param {string} folder an empty one
 */
export async function installPacked(folder) {
  const tarballs = await packInto(folder);
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  const folders = publishedFolders();
  const words = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];
  const flags = ["--install-links=false", "--legacy-peer-deps", "--loglevel=error", `--prefix=${folder}`];
  const { code, output } = await runNpm([...words, ...flags, ...tarballs, ...foreignFolders(folders).values()]);
  if (code !== 0) throw new Error(output);
  linkPeers(folders, folder);
}

// What comes along when one published package is installed, by the versions of the lock file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "../packed/published.mjs";

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
const published = publishedManifests();

/** A manifest as far as it matters to whoever installs the package. */
export function usersManifest({ name, version, description, license, type, engines, dependencies }) {
  return { name, version, description, license, type, engines, ...(dependencies ? { dependencies } : {}) };
}

/** The folders in which a package's dependencies are looked for, as Node does it: its own, then that above, up to the root. */
function placesFrom(directory) {
  const above = directory.includes("/") ? directory.slice(0, directory.lastIndexOf("/")) : "";
  return directory === "" ? ["node_modules/"] : [`${directory}/node_modules/`, ...placesFrom(above)];
}

/** The entry that npm would resolve a name to from a package's folder, and where that entry stands. */
function resolve(name, directory) {
  const sibling = published.find(({ manifest }) => manifest.name === name);
  if (sibling !== undefined) return { entry: usersManifest(sibling.manifest), directory: sibling.directory };
  const place = placesFrom(directory)
    .map((folder) => folder + name)
    .find((path) => lock[path] !== undefined);
  if (place === undefined) throw new Error(`${name} is not in package-lock.json. Run: npm install`);
  const { dev: _dev, devOptional: _devOptional, peer: _peer, ...entry } = lock[place];
  return { entry, directory: place };
}

/** Everything that is installed with a package, by the place that it has in a folder of its own. */
export function installedWith({ directory, manifest }) {
  const installed = new Map();
  const visit = (dependencies, from) => {
    for (const name of Object.keys(dependencies ?? {})) {
      const { entry, directory: place } = resolve(name, from);
      const path = `node_modules/${name}`;
      const known = installed.get(path);
      if (known !== undefined && known.version !== entry.version) {
        throw new Error(`${manifest.name} comes with two versions of ${name}, which a flat list cannot hold.`);
      }
      if (known !== undefined) continue;
      installed.set(path, entry);
      visit(entry.dependencies, place);
    }
  };
  visit(manifest.dependencies, directory);
  return Object.fromEntries(installed);
}

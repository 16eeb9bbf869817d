// Folders outside the workspaces, with a lock file of their own: what is large or old, and wanted by one command only.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "../../scripts/lib/run.mjs";

function packagesIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

/** What npm noted as installed is what the lock file wants, and nothing is missing that is not optional. */
function isInstalled(folder) {
  const wanted = packagesIn(join(folder, "package-lock.json"));
  const present = packagesIn(join(folder, "node_modules", ".package-lock.json"));
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    return present[path] === undefined ? optional === true : present[path].version === version;
  });
}

/**
 * Installs such a folder if it is not, without running any script of a package.
 *
 * @param {string} folder
 * @param {string} announcement what is printed before it begins, since it takes its time
 */
export async function installApart(folder, announcement) {
  if (isInstalled(folder)) return;
  console.log(announcement);
  const words = ["ci", "--workspaces=false", "--ignore-scripts", "--no-audit", "--no-fund", `--prefix=${folder}`];
  const { code, output } = await runNpm(words);
  if (code !== 0) throw new Error(output);
}

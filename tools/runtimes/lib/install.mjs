// The runtimes are hundreds of megabytes, and only this command needs them: they are installed when it runs first.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "../../../scripts/lib/run.mjs";

const folder = fileURLToPath(new URL("../", import.meta.url));

function packagesIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

/** Everything that npm noted as installed is what the lock file wants, and nothing that is not optional is missing. */
function isInstalled() {
  const wanted = packagesIn(join(folder, "package-lock.json"));
  const present = packagesIn(join(folder, "node_modules", ".package-lock.json"));
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    return present[path] === undefined ? optional === true : present[path].version === version;
  });
}

/** Binaries only: no package runs a script. */
export async function installRuntimes() {
  if (isInstalled()) return;
  console.log("Installing the runtimes, once: about a gigabyte …");
  const words = ["ci", "--workspaces=false", "--ignore-scripts", "--no-audit", "--no-fund", `--prefix=${folder}`];
  const { code, output } = await runNpm(words);
  if (code !== 0) throw new Error(output);
}

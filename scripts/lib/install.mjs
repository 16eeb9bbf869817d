// Brings node_modules in line with package-lock.json, and does nothing when it already is.
//
// The lock file and npm's own record of what it installed are compared by content: time stamps change with every checkout.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runNpm } from "./run.mjs";

function packagesIn(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** True when every package of the lock file that this platform must have is installed in that version. */
export function isInstalled() {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const present = packagesIn(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true;
    if (present[path] === undefined) return entry.optional === true || entry.devOptional === true;
    return present[path].version === entry.version && existsSync(join(root, path));
  });
}

export async function install() {
  if (isInstalled()) return { code: 0, output: "", skipped: true };
  console.log("          installing packages with npm ci, about half a minute …");
  const result = await runNpm(["ci", "--no-audit", "--no-fund"]);
  return { ...result, skipped: false };
}

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { coreRange, version } from "../version.js";

/** A small adapter of a made-up vendor, as a package of its own. */
export const skeletonFolder: URL = new URL("../../skeleton/", import.meta.url);

/** `acme-video` as people write it: `Acme Video`. */
export const displayNameOf = (vendor: string): string =>
  vendor
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

function renamed(text: string, vendor: string): string {
  return text
    .replaceAll("TINCAN", vendor.toUpperCase().replaceAll("-", "_"))
    .replaceAll("Tincan", displayNameOf(vendor))
    .replaceAll("tincan", vendor);
}

/** The skeleton is no package of this repository, so its versions are set here. */
function withVersions(text: string): string {
  const manifest = JSON.parse(text) as Record<string, Readonly<Record<string, string>>>;
  manifest["dependencies"] = { ...manifest["dependencies"], "@roompass/core": coreRange };
  manifest["devDependencies"] = { ...manifest["devDependencies"], "@roompass/conformance": `^${version}` };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The paths of the skeleton's files, in order. */
export function skeletonPaths(): readonly string[] {
  const folder = fileURLToPath(skeletonFolder);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** The files of the skeleton for a vendor, by path. */
export function skeletonFor(vendor: string): ReadonlyMap<string, string> {
  return new Map(
    skeletonPaths().map((path) => {
      const text = renamed(readFileSync(new URL(path, skeletonFolder), "utf8"), vendor);
      return [path, path === "package.json" ? withVersions(text) : text];
    }),
  );
}

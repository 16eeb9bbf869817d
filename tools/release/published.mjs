import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, workspaceDirectories } from "../../scripts/lib/run.mjs";

/** The manifests of all packages that are published. */
export function publishedManifests() {
  return workspaceDirectories()
    .map((directory) => ({
      directory,
      manifest: JSON.parse(readFileSync(join(root, directory, "package.json"), "utf8")),
    }))
    .filter(({ manifest }) => manifest.private !== true);
}

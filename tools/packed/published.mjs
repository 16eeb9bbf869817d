// What is published, and what a user can import of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, workspaceDirectories } from "../../scripts/lib/run.mjs";

/** The manifests of all packages that are published, with their folders relative to the root. */
export function publishedManifests() {
  return workspaceDirectories()
    .map((directory) => ({
      directory,
      manifest: JSON.parse(readFileSync(join(root, directory, "package.json"), "utf8")),
    }))
    .filter(({ manifest }) => manifest.private !== true);
}

/**
 * Every entry of their `exports` that has types.
 *
 * @returns {{ directory: string, path: string, specifier: string, target: Record<string, string> }[]} `path` as it stands
 *   in the manifest, `specifier` as a user imports it: `@roompass/core/kit`
 */
export function publishedEntries() {
  return publishedManifests().flatMap(({ directory, manifest: { name, exports = {} } }) =>
    Object.entries(exports)
      .filter(([, target]) => typeof target !== "string")
      .map(([path, target]) => ({ directory, path, specifier: name + path.slice(1), target })),
  );
}

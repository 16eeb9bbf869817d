// The doors of the published packages, as the tools here want them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/run.mjs";
import { publishedEntries } from "../packed/published.mjs";

/**
 * @typedef {object} Entry
 * @property {string} directory `packages/core`
 * @property {string} specifier what a user imports: `@roompass/core/kit`
 * @property {string} name a file name for it: `core.kit`
 * @property {string} types the declarations that the build made, an absolute path
 */

/** @returns {Entry[]} */
export function publicEntries() {
  return publishedEntries().map(({ directory, path, specifier, target }) => ({
    directory,
    specifier,
    name: directory.slice("packages/".length) + path.slice(1).replaceAll("/", "."),
    types: join(root, directory, target.types),
  }));
}

/** @param {readonly Entry[]} entries */
export function requireBuilt(entries) {
  const missing = entries.filter(({ types }) => !existsSync(types)).map(({ specifier }) => specifier);
  if (missing.length === 0) return;
  console.error(`Not built: ${missing.join(", ")}. Run: npm run build`);
  process.exit(1);
}

/**
 * How the declarations are read: as a user's compiler does on Node, whatever the packages themselves are built with. The
 * types of Node are there because a runner's declarations may name `URL`, which Node and browsers have and ES2023 has not.
 */
export const compilerOptions = {
  target: "ES2023",
  lib: ["ES2023"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: ["node"],
  typeRoots: [join(root, "node_modules", "@types")],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

// What is imported of the packages, by the types that it may ask for: every published entry, without a list to forget one in.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedEntries, publishedManifests } from "../packed/published.mjs";

/** What works on files and processes needs the types of Node. */
const needsNode = new Set(["@roompass/migrate"]);

/** Core and the adapters ask for the types of no platform. */
const withoutPlatform = new Set(
  publishedManifests()
    .filter(({ directory, manifest }) => directory === "packages/core" || manifest.roompass?.kind === "adapter")
    .map(({ directory }) => directory),
);

/** What else there is speaks HTTP: `Request`, `Response` and `URL` are of a browser's types, or of Node's. */
function platformOf({ directory, specifier }) {
  if (withoutPlatform.has(directory)) return "portable";
  return needsNode.has(specifier) ? "node" : "web";
}

/**
 * Writes a module for each platform that has the types of all its entries.
 *
 * @param {string} folder with the folders `portable`, `web` and `node`, which are made where they are missing
 */
export function writeEntries(folder) {
  const entries = publishedEntries();
  const unknown = [...needsNode].filter((name) => entries.every(({ specifier }) => specifier !== name));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(", ")}: no such entry. Take it out of tools/consumers/entries.mjs.`);
  for (const platform of ["portable", "web", "node"]) {
    const own = entries.filter((entry) => platformOf(entry) === platform);
    const types = own.map(({ specifier }) => `  typeof import(${JSON.stringify(specifier)}),\n`);
    mkdirSync(join(folder, platform), { recursive: true });
    writeFileSync(join(folder, platform, "entries.ts"), `export type Entries = [\n${types.join("")}];\n`);
  }
}

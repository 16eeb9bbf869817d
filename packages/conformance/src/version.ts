import { readFileSync } from "node:fs";

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as Manifest;

/** The version of this package. */
export const version: string = manifest.version;

/** The versions of core that it works with. */
export const coreRange: string = manifest.dependencies["@roompass/core"] ?? "*";

/** The newest revision of the specification that the vectors know. */
export const revision = 1;

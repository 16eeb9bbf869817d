import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SubjectError } from "./check-subject.js";

type Json = Readonly<Record<string, unknown>>;

const conditions: ReadonlySet<string> = new Set(["node", "import", "module-sync", "default"]);

/** What `exports` leads to for an `import`, by Node's rules without patterns. */
function targetOf(exported: unknown): string | undefined {
  if (typeof exported === "string") return exported;
  if (Array.isArray(exported)) return exported.map(targetOf).find((target) => target !== undefined);
  if (typeof exported !== "object" || exported === null) return undefined;
  for (const [condition, target] of Object.entries(exported as Json)) {
    const found = conditions.has(condition) ? targetOf(target) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function entryOf({ exports, main }: Json, subpath: string): string | undefined {
  if (exports === undefined) return subpath === "." ? `./${typeof main === "string" ? main : "index.js"}` : subpath;
  const isMap =
    typeof exports === "object" && exports !== null && Object.keys(exports).some((name) => name.startsWith("."));
  if (!isMap) return subpath === "." ? targetOf(exports) : undefined;
  return targetOf((exports as Json)[subpath]);
}

/** The package folder that a name means in a folder: the nearest `node_modules` upwards that has it. */
function folderOf(packageName: string, folder: string): string | undefined {
  const candidate = join(folder, "node_modules", packageName);
  if (existsSync(join(candidate, "package.json"))) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : folderOf(packageName, parent);
}

function locatePackage(name: string, folder: string): string {
  const parts = name.split("/");
  const length = name.startsWith("@") ? 2 : 1;
  const packageName = parts.slice(0, length).join("/");
  const home = /^(?:@[\w.-]+\/)?[\w.-]+$/.test(packageName) ? folderOf(packageName, folder) : undefined;
  if (home === undefined) throw new SubjectError(`There is no package ${name} here; a file is given as ./${name}.`);
  const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as Json;
  const entry = entryOf(manifest, [".", ...parts.slice(length)].join("/"));
  if (entry === undefined) throw new SubjectError(`The package ${packageName} does not export ${name}.`);
  return join(home, entry);
}

/** The file that the package in a folder leads to. */
function entryOfFolder(folder: string, name: string): string {
  const manifest = join(folder, "package.json");
  const entry = existsSync(manifest) ? entryOf(JSON.parse(readFileSync(manifest, "utf8")) as Json, ".") : undefined;
  const path = entry === undefined ? undefined : join(folder, entry);
  if (path !== undefined && existsSync(path) && statSync(path).isFile()) return path;
  const why = entry === undefined ? "" : ` Its package.json leads to ${entry}, which is not there.`;
  throw new SubjectError(`${name} is a folder: name the file that exports the adapter.${why}`);
}

/**
 * The file that a path or the name of an installed package means, as an address to import. A package is found also when
 * it exports for `import` alone, which `require.resolve` does not see.
 *
 * @throws SubjectError when there is none.
 */
export function locateModule(name: string, folder: string): string {
  const isPath = name.startsWith(".") || isAbsolute(name) || name.startsWith("file:");
  const path = isPath
    ? resolve(folder, name.startsWith("file:") ? fileURLToPath(name) : name)
    : locatePackage(name, folder);
  if (!existsSync(path)) throw new SubjectError(`There is no file ${isPath ? name : path}.`);
  return pathToFileURL(statSync(path).isDirectory() ? entryOfFolder(path, name) : path).href;
}

/** The package that a file belongs to. */
export interface PackageInfo {
  readonly folder: string;
  readonly name?: string;
  readonly version?: string;
}

/** The nearest package upwards that has a name: a build may put a nameless `package.json` in between. */
export function packageOf(address: string): PackageInfo | undefined {
  for (let folder = dirname(fileURLToPath(address)); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, "utf8")) as Json;
      if (typeof name === "string") return { folder, name, ...(typeof version === "string" ? { version } : {}) };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

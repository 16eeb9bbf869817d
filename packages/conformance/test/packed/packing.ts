// Packs what would be published and installs it, without a network: what it needs from elsewhere is installed here.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const conformanceFolder = fileURLToPath(new URL("../../", import.meta.url));

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The folder of an installed package, also of one that does not show its `package.json`. */
function folderOf(name: string, from: string): string {
  const folder = createRequire(join(from, "package.json"))
    .resolve.paths(name)
    ?.map((place) => join(place, name))
    .find((place) => existsSync(join(place, "package.json")));
  if (folder === undefined) throw new Error(`${name} is not installed.`);
  return folder;
}

/** The folders of a package and of everything that it needs at run time. */
function closure(folder: string, known: Map<string, string> = new Map()): ReadonlyMap<string, string> {
  const { name, dependencies = {} } = manifestOf(folder);
  if (known.has(name)) return known;
  known.set(name, folder);
  for (const dependency of Object.keys(dependencies)) closure(folderOf(dependency, folder), known);
  return known;
}

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** As on a person's machine: nothing of the npm and of the test framework that these tests run in. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|vitest|node_test|node_options$)/i.test(name)),
);

/** Runs a program in a folder, and never throws for its exit code. */
export function run(program: string, words: readonly string[], folder: string): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024, encoding: "utf8" as const };
    execFile(program, words, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** npm: the one that runs these tests where there is one. */
export function npm(words: readonly string[], folder: string): Promise<Ran> {
  const file = process.env["npm_execpath"];
  return file?.endsWith("npm-cli.js") === true
    ? run(process.execPath, [file, ...words], folder)
    : run("npm", words, folder);
}

/**
 * Packs core and this package into a folder.
 *
 * @returns What to install: the two tarballs, and the folders of what they need from elsewhere.
 */
export async function packAll(into: string): Promise<readonly string[]> {
  const needed = [...closure(conformanceFolder)];
  const isOurs = ([name]: readonly [string, string]): boolean => name.startsWith("@roompass/");
  const ours = needed.filter(isOurs).map(([, folder]) => folder);
  const unbuilt = ours.filter((folder) => !existsSync(join(folder, "dist")));
  if (unbuilt.length > 0) throw new Error(`Not built: ${unbuilt.join(", ")}. Run: npm run build`);
  const words = ["pack", "--json", "--ignore-scripts", "--loglevel=error", `--pack-destination=${into}`];
  const { code, output } = await npm([...words, ...ours], conformanceFolder);
  if (code !== 0) throw new Error(output);
  const answer = JSON.parse(output.slice(output.search(/^[[{]/m))) as readonly { readonly filename: string }[];
  const tarballs = Object.values(answer).map(({ filename }) => join(into, filename));
  return [...tarballs, ...needed.filter((one) => !isOurs(one)).map(([, folder]) => folder)];
}

const installing = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];

/** Installs the tarballs in a folder as copies, what they need as links, and nothing from anywhere else. */
export const installAll = (packed: readonly string[], folder: string): Promise<Ran> =>
  npm([...installing, "--install-links=false", ...packed], folder);

/** The file behind the command in a folder that has it installed. */
export const commandIn = (folder: string): string =>
  join(folder, "node_modules", "@roompass", "conformance", "bin", "roompass-conformance.js");

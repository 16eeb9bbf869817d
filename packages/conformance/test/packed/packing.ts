// Packs what would be published and installs it, without a network: what it needs from elsewhere is installed here.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { closureOf, installWords, pack } from "../../../../tools/packed/packages.mjs";

const conformanceFolder = fileURLToPath(new URL("../../", import.meta.url));

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
export const packAll = (into: string): Promise<readonly string[]> => pack(closureOf([conformanceFolder]), into);

/** Installs the tarballs in a folder as copies, what they need as links, and nothing from anywhere else. */
export const installAll = (packed: readonly string[], folder: string): Promise<Ran> =>
  npm(installWords(packed), folder);

/** The file behind the command in a folder that has it installed. */
export const commandIn = (folder: string): string =>
  join(folder, "node_modules", "@roompass", "conformance", "bin", "roompass-conformance.js");

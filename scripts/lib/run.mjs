// Runs the project's tools by their file, without a shell and without a global installation.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(join(root, "package.json"));

/** The directories of all workspaces, relative to the root. */
export function workspaceDirectories() {
  return ["packages", "apps"]
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((directory) => existsSync(join(root, directory, "package.json")));
}

/**
 * The JavaScript file behind a command of an installed package.
 *
 * @param {string} packageName
 * @param {string} command
 * @returns {string}
 */
export function commandFile(packageName, command) {
  const manifestPath = require.resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifestPath, "utf8"));
  return join(dirname(manifestPath), typeof bin === "string" ? bin : bin[command]);
}

/**
 * Runs a program and resolves to its exit code and output. With `show` the output also appears at once; without it the
 * caller decides whether anybody needs to see it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function run(program, args, { show = false, env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const done = (code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.on("error", (error) => {
      output += `${error.message}\n`;
      done(1);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}

/**
 * Runs a JavaScript file with this very Node.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string> }} [options]
 */
export function runNode(file, args, options) {
  return run(process.execPath, [file, ...args], options);
}

/**
 * Runs npm: the one that started us when there is one, so that no second installation is picked up.
 *
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string> }} [options]
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return runNode(npm, args, options);
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}

/**
 * What npm answers as JSON; it may say other things before.
 *
 * @param {readonly string[]} args
 * @throws Error with everything that npm said, when it fails.
 */
export async function askNpm(args) {
  const { code, output } = await runNpm([...args, "--json", "--loglevel=error"]);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output.slice(output.search(/^[[{]/m)));
}

/**
 * Runs one task of all packages, in the order of their dependencies; unchanged packages come from turbo's cache.
 *
 * @param {string} task
 * @param {{ show?: boolean, env?: Record<string, string> }} [options]
 */
export function runTurbo(task, options = {}) {
  const args = ["run", task, "--output-logs=errors-only", "--log-order=grouped"];
  return runNode(commandFile("turbo", "turbo"), args, {
    ...options,
    env: { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", ...options.env },
  });
}

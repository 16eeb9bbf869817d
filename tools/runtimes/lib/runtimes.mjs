// What the packages run on, where each program is, and under which conditions it resolves packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../../scripts/lib/run.mjs";
import { conditions as inBrowsers, runOnChromium, versionOfChromium } from "./on-chromium.mjs";
import { runOnProcess } from "./on-process.mjs";
import { conditions as inWorkers, runOnWorkerd } from "./on-workerd.mjs";

const here = fileURLToPath(new URL("../", import.meta.url));
const isWindows = process.platform === "win32";
const platform = `${process.platform}-${process.arch}`;
const executable = (name) => (isWindows ? `${name}.exe` : name);

/** A file of a package that is installed for a folder; undefined where it has none for this platform. */
function fileOf(name, path, from = here) {
  try {
    const file = join(dirname(createRequire(join(from, "package.json")).resolve(`${name}/package.json`)), path);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function versionOf(program) {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return /\d+\.\d+\.\d+/.exec(stdout ?? "")?.[0] ?? "unknown";
}

const bunNames = { "win32-x64": "windows-x64", "linux-arm64": "linux-aarch64", "darwin-arm64": "darwin-aarch64" };
const denoNames = { "linux-x64": "linux-x64-glibc", "linux-arm64": "linux-arm64-glibc" };

function workerdProgram() {
  const system = isWindows ? "windows" : process.platform;
  const processor = process.arch === "x64" ? "64" : process.arch;
  const folder = fileOf("workerd", "package.json", join(root, "packages/service"));
  const name = `@cloudflare/workerd-${system}-${processor}`;
  return folder === undefined ? undefined : fileOf(name, `bin/${executable("workerd")}`, dirname(folder));
}

function chromiumProgram() {
  const path = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return existsSync(path) ? path : undefined;
}

// Deno asks its user before it reads files or the environment, unless it is told beforehand.
const denoFlags = ["run", "--no-remote", "--cached-only", "--no-lock", "--node-modules-dir=manual", "--allow-read"];

const node = (major) => ({
  name: "Node",
  key: `node${major}`,
  conditions: ["node", "import"],
  find: () => fileOf(`node${major}-${platform}`, `bin/${executable("node")}`),
  version: versionOf,
  run: (program, folder) => runOnProcess({ program }, folder),
});

/**
 * `find` gives the program or undefined, `run` what its programs answered. Every one of them gets the same packed
 * packages and the same programs.
 */
export const runtimes = [
  ...[20, 22, 24, 26].map(node),
  {
    name: "Bun",
    key: "bun",
    conditions: ["bun", "node", "import"],
    find: () => fileOf(`@oven/bun-${bunNames[platform] ?? platform}`, `bin/${executable("bun")}`),
    version: versionOf,
    run: (program, folder) => runOnProcess({ program }, folder),
  },
  {
    name: "Deno",
    key: "deno",
    conditions: ["deno", "node", "import"],
    find: () => fileOf(`@deno/${denoNames[platform] ?? platform}`, executable("deno")),
    version: versionOf,
    run: (program, folder) =>
      runOnProcess(
        { program, flags: [...denoFlags, "--allow-env"], env: { DENO_DIR: join(folder, ".deno"), NO_COLOR: "1" } },
        folder,
      ),
  },
  {
    name: "workerd",
    key: "workerd",
    conditions: [...inWorkers, "import"],
    find: workerdProgram,
    version: (program) =>
      /\d{4}-\d{2}-\d{2}/.exec(spawnSync(program, ["--version"], { encoding: "utf8" }).stdout ?? "")?.[0] ?? "unknown",
    run: (program, folder, vendors) => runOnWorkerd({ program }, folder, vendors),
  },
  {
    name: "Chromium",
    key: "chromium",
    conditions: [...inBrowsers, "import"],
    find: chromiumProgram,
    version: versionOfChromium,
    run: (program, folder, vendors) => runOnChromium({ program }, folder, vendors),
  },
];

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isThorough } from "../../../tools/enumerations.ts";
import { startProgram } from "../src/testing/start-process.js";
import { temporaryFolder } from "../src/testing/temporary-folder.js";

// There is no container engine where the tests run: what the file says is carried out by hand, as far as that goes.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const require = createRequire(import.meta.url);

interface Stage {
  readonly copies: readonly {
    readonly from: string | undefined;
    readonly sources: string[];
    readonly target: string;
  }[];
  readonly instructions: readonly string[];
}

function readStages(): Stage[] {
  const text = readFileSync(join(root, "apps/demo-server/Containerfile"), "utf8");
  const lines = text
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const stages: string[][] = [];
  for (const line of lines) {
    if (line.startsWith("FROM ")) stages.push([]);
    stages.at(-1)?.push(line);
  }
  return stages.map((instructions) => ({
    instructions,
    copies: instructions
      .filter((line) => line.startsWith("COPY "))
      .map((line) => {
        const words = line.split(/\s+/).slice(1);
        const from = words[0]?.startsWith("--from=") ? words.shift()?.slice("--from=".length) : undefined;
        const target = words.pop() ?? "";
        return { from, sources: words, target };
      }),
  }));
}

const ignored = readFileSync(join(root, ".dockerignore"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const any = line.startsWith("**/");
    const body = (any ? line.slice(3) : line).replaceAll(".", "\\.").replaceAll("*", "[^/]*");
    return new RegExp(`^${any ? "(?:.*/)?" : ""}${body}(?:/|$)`);
  });

const isIgnored = (path: string): boolean => ignored.some((pattern) => pattern.test(path));

/** What the first stage has after its COPY lines. */
function buildFolder(copies: Stage["copies"]): string {
  const folder = temporaryFolder();
  for (const { sources, target } of copies) {
    for (const source of sources) {
      const to = target === "./" ? join(folder, source) : join(folder, target);
      cpSync(join(root, source), to, { recursive: true, filter: (path) => !isIgnored(path.slice(root.length)) });
    }
  }
  return folder;
}

/** Stands in for `npm ci`: the same packages, and the workspaces of this folder. */
function linkPackages(folder: string): void {
  const installed = join(root, "node_modules");
  mkdirSync(join(folder, "node_modules", "@roompass"), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name === "@roompass" || name === ".cache") continue;
    const isWorkspace = lstatSync(join(installed, name)).isSymbolicLink();
    symlinkSync(isWorkspace ? join(folder, "packages/cli") : join(installed, name), join(folder, "node_modules", name));
  }
  for (const name of readdirSync(join(installed, "@roompass"))) {
    const place = ["packages", "apps"].map((parent) => join(folder, parent, name)).find(existsSync);
    if (place !== undefined) symlinkSync(place, join(folder, "node_modules", "@roompass", name));
  }
}

describe("the container file", () => {
  const [build, run] = readStages() as [Stage, Stage];

  it("copies only what exists and is not kept out", () => {
    const sources = build.copies.flatMap((copy) => copy.sources);
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(join(root, source)) || isIgnored(source))).toEqual([]);
    const paths = [
      "node_modules/x",
      "packages/core/dist/index.js",
      "a/.env",
      "apps/keys.ndjson",
      ".git/config",
      "x.log",
    ];
    expect(paths.filter((path) => !isIgnored(path))).toEqual([]);
    expect(["packages/core/src/index.ts", "scripts/build.mjs", "package.json"].filter(isIgnored)).toEqual([]);
  });

  it("runs as nobody special, with a health check, and with Node as the first process", () => {
    const names = run.instructions.map((line) => line.split(" ")[0]);
    expect(names).toEqual(expect.arrayContaining(["USER", "HEALTHCHECK", "STOPSIGNAL", "CMD"]));
    expect(names.indexOf("USER")).toBeGreaterThan(names.lastIndexOf("COPY"));
    expect(run.instructions).toContain("USER node");
    expect(run.instructions.at(-1)).toMatch(/^CMD \["node", /);
    expect(run.instructions.join("\n")).not.toMatch(/API_KEY|SECRET/);
  });

  it("asks for its health without loading the server, which takes longer than a small container has for it", async () => {
    const { ended, err } = startProgram(["health"], { NODE_DEBUG: "esm", ROOMPASS_PORT: "1" });
    expect(await ended).toBe(1);
    // Node tells there what it loads.
    expect(err()).toContain("/commands/health.js");
    expect(err()).not.toContain("/run/start-server.js");
  });

  it("reads its keys from a folder that is mounted: a file would stay the old one when it is replaced", () => {
    const text = run.instructions.join(" ");
    const folder = dirname(/ROOMPASS_KEYS_FILE=(\S+)/.exec(text)?.[1] ?? "");
    const mounts = [
      ...readFileSync(join(root, "apps/demo-server/Containerfile"), "utf8").matchAll(/-v \S+?:(\/[^\s:]+)/g),
    ].map(([, path]) => path);
    expect(mounts).toContain(folder);
  });

  it("names scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const named = build.instructions.flatMap((line) => [...line.matchAll(/npm run (\S+)/g)].map(([, name]) => name));
    expect(named).toEqual(["build"]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });

  it.runIf(isThorough)(
    "makes a server that starts, out of a folder with nothing but what was copied",
    () => {
      const folder = buildFolder(build.copies);
      expect(existsSync(join(folder, "apps/demo-server/dist"))).toBe(false);
      linkPackages(folder);
      const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
      execFileSync(process.execPath, [tsc, "-b", "apps/demo-server"], { cwd: folder });
      for (const name of ["core", "daily", "livekit", "metered", "videosdk"]) {
        execFileSync(process.execPath, ["../../scripts/bundle-for-node.mjs"], { cwd: join(folder, "packages", name) });
      }

      const image = temporaryFolder();
      for (const { from, sources, target } of run.copies) {
        expect(from).toBe("build");
        const [source = ""] = sources;
        const inBuild = join(folder, source.replace(/^\/build\//, ""));
        // The page is another build's matter; without it the server says so.
        if (source.endsWith("playground/dist")) continue;
        mkdirSync(dirname(join(image, target)), { recursive: true });
        expect(existsSync(inBuild)).toBe(true);
        symlinkSync(inBuild, join(image, target));
      }
      const command =
        /^CMD \[(.+)\]$/
          .exec(run.instructions.at(-1) ?? "")?.[1]
          ?.replaceAll('"', "")
          .split(", ") ?? [];
      const [, ...args] = command;
      const env = { PATH: process.env["PATH"] ?? "", ROOMPASS_HOST: "0.0.0.0" };
      const outcome = (extra: readonly string[]) => {
        try {
          return execFileSync(process.execPath, [...args, ...extra], {
            cwd: image,
            env,
            encoding: "utf8",
            stdio: "pipe",
          });
        } catch (error) {
          return String((error as { readonly stderr?: unknown }).stderr);
        }
      };
      expect(outcome(["--help"])).toContain("keys create");
      // Open to others without keys: it must not start.
      expect(outcome([])).toContain("ROOMPASS_KEYS_FILE: is missing");
    },
    300_000,
  );
});

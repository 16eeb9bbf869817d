// What the structure checks know about the repository: its files and its packages.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly imports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly keywords?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly roompass?: { readonly kind?: string };
}

export interface Package {
  /** Relative to the root, with forward slashes: `packages/core`. */
  readonly directory: string;
  readonly name: string;
  readonly manifest: Manifest;
  readonly kind: "core" | "adapter" | "cli" | "app" | "other";
}

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

export function readJson<Value>(path: string): Value {
  return JSON.parse(read(path)) as Value;
}

/** Every file that is in version control or would be after `git add .`; without git, every file outside made folders. */
export const projectFiles: readonly string[] = listProjectFiles();

function listProjectFiles(): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return [...new Set(listed.split("\0"))].filter((path) => path !== "" && exists(path)).sort();
  } catch {
    return walk(root).sort();
  }
}

const MADE = new Set([
  ".git",
  "node_modules",
  "dist",
  "coverage",
  "reports",
  ".turbo",
  ".stryker-tmp",
  ".docs-samples",
]);

function walk(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() ? [relative(root, path).split(sep).join("/")] : [];
  });
}

function kindOf(directory: string, manifest: Manifest): Package["kind"] {
  if (directory === "packages/core") return "core";
  if (directory === "packages/cli") return "cli";
  if (directory.startsWith("apps/")) return "app";
  return manifest.roompass?.kind === "adapter" ? "adapter" : "other";
}

export const packages: readonly Package[] = ["packages", "apps"]
  .filter((parent) => exists(parent))
  .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
  .filter((directory) => statSync(join(root, directory)).isDirectory() && exists(`${directory}/package.json`))
  .map((directory) => {
    const manifest = readJson<Manifest>(`${directory}/package.json`);
    return { directory, name: manifest.name, manifest, kind: kindOf(directory, manifest) };
  });

export const published: readonly Package[] = packages.filter(({ manifest }) => manifest.private !== true);
export const adapters: readonly Package[] = packages.filter(({ kind }) => kind === "adapter");

export function packageNamed(name: string): Package | undefined {
  return packages.find((candidate) => candidate.name === name);
}

export function isTestFile(path: string): boolean {
  return /\.test(-d)?\.ts$/.test(path) || path.includes("/testing/") || /^[^/]+\/[^/]+\/test\//.test(path);
}

export function filesIn(directory: string, pattern: RegExp): string[] {
  return projectFiles.filter((path) => path.startsWith(`${directory}/`) && pattern.test(path));
}

/** The TypeScript sources of a package that become part of what is published. */
export function sourcesOf({ directory }: Package): string[] {
  return filesIn(`${directory}/src`, /\.ts$/).filter((path) => !isTestFile(path));
}

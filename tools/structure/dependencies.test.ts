// Dependencies point one way: core <- adapters <- command and apps. Adapters never see each other.
import { describe, expect, it } from "vitest";
import { importsOf, packageOf } from "./syntax.ts";
import { exists, isTestFile, type Package, packageNamed, packages, published, read, sourcesOf } from "./workspace.ts";

const THIRD_PARTY: Readonly<Record<Package["kind"], readonly string[] | undefined>> = {
  core: ["jose"],
  adapter: [],
  cli: ["commander", "picocolors"],
  app: undefined,
  other: undefined,
};

function mayUse(from: Package, to: Package): boolean {
  if (from.name === to.name) return true;
  // A second opinion shares no code with the first.
  if (from.name === "@roompass/emulators") return false;
  if (to.kind === "cli" || to.kind === "app") return from.kind === "app" && to.kind === "app";
  if (from.kind === "core") return false;
  if (from.kind === "adapter") return to.kind === "core";
  return true;
}

function internalDependencies({ manifest }: Package): string[] {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return names.filter((name) => packageNamed(name) !== undefined).sort();
}

/** A tsconfig may carry comments and trailing commas; its references are all that is wanted here. */
function referencesOf(path: string): string[] {
  const block = /"references"\s*:\s*\[([^\]]*)\]/.exec(read(path))?.[1] ?? "";
  return [...block.matchAll(/"path"\s*:\s*"([^"]+)"/g)].map((match) => match[1] as string);
}

function referencedPackages(from: Package): string[] {
  return referencesOf(`${from.directory}/tsconfig.json`)
    .map((path) => new URL(path, `file:///${from.directory}/`).pathname.slice(1).replace(/\/$/, ""))
    .map((directory) => packages.find((candidate) => candidate.directory === directory)?.name ?? directory)
    .sort();
}

describe.each(packages.map((entry) => [entry.name, entry] as const))("%s", (_name, entry) => {
  const sources = sourcesOf(entry);

  it("imports only packages that its place in the house allows", () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .map((specifier) => packageNamed(packageOf(specifier) ?? ""))
        .filter((target) => target !== undefined && !mayUse(entry, target))
        .map((target) => `${path} imports ${target?.name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("declares every package that its sources import", () => {
    const declared = Object.keys({ ...entry.manifest.dependencies, ...entry.manifest.peerDependencies });
    const missing = sources.flatMap((path) =>
      importsOf(path)
        .map(packageOf)
        .filter((name) => name !== undefined && name !== entry.name && !declared.includes(name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("reaches no file of another package by a relative path", () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => specifier.startsWith("."))
        .filter((specifier) => !new URL(specifier, `file:///${path}`).pathname.startsWith(`/${entry.directory}/src/`))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no test helper in what it publishes", () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => new URL(specifier, `file:///${path}`).pathname.slice(1).replace(/\.js$/, ".ts"))
        .filter(isTestFile)
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has tsconfig references equal to its internal dependencies", () => {
    if (!exists(`${entry.directory}/tsconfig.json`)) return;
    expect(referencedPackages(entry)).toEqual(internalDependencies(entry));
  });
});

describe.each(published.map((entry) => [entry.name, entry] as const))("published %s", (_name, entry) => {
  it("brings only the third-party packages that were agreed on", () => {
    const allowed = THIRD_PARTY[entry.kind];
    const third = Object.keys({ ...entry.manifest.dependencies, ...entry.manifest.optionalDependencies }).filter(
      (name) => packageNamed(name) === undefined,
    );
    if (allowed !== undefined) expect(third.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it("depends on versions of its siblings that are in this repository", () => {
    for (const name of internalDependencies(entry)) {
      const range = entry.manifest.dependencies?.[name] ?? entry.manifest.peerDependencies?.[name];
      expect(range, name).toBe(`^${packageNamed(name)?.manifest.version}`);
    }
  });
});

it("the root tsconfig references every package that is compiled", () => {
  const expected = packages
    .map(({ directory }) => directory)
    .filter((directory) => exists(`${directory}/tsconfig.json`));
  expect(referencesOf("tsconfig.json").sort()).toEqual(expected.sort());
});

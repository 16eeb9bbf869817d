// What a user of a published package meets first: its manifest, its licence, its README.
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exists, type Manifest, packages, published, read, readJson, root } from "./workspace.ts";

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const rootManifest = readJson<Manifest & { allowScripts?: Record<string, boolean> }>("package.json");
const lock = readJson<{ packages: Record<string, LockEntry> }>("package-lock.json").packages;

describe.each(published.map((entry) => [entry.name, entry] as const))("%s", (_name, { directory, manifest }) => {
  it("says what it is, under which licence and for which Node", () => {
    expect(manifest.description).toMatch(/^[A-Z].{20,}\.$/);
    expect(manifest.keywords?.length).toBeGreaterThan(2);
    expect(manifest.license).toBe("Apache-2.0");
    expect(manifest.type).toBe("module");
    expect(manifest.sideEffects).toBe(false);
    expect(manifest.engines?.["node"]).toBe(rootManifest.engines?.["node"]);
    expect(read(`${directory}/LICENSE`)).toBe(read("LICENSE"));
  });

  it("has a README with its name as the title and a code sample", () => {
    expect(exists(`${directory}/README.md`), `${directory}/README.md is missing`).toBe(true);
    const readme = read(`${directory}/README.md`);
    expect(readme.startsWith(`# ${manifest.name}\n`), `the title must be "# ${manifest.name}"`).toBe(true);
    expect(readme).toMatch(/^```(ts|sh)/m);
  });

  it("names types first and the default last in every entry of exports", () => {
    for (const [path, target] of Object.entries(manifest.exports ?? {})) {
      if (typeof target === "string") expect(path).toBe("./package.json");
      else {
        // Node gets few files; see scripts/bundle-for-node.mjs.
        const node = target["node"] === undefined ? [] : ["node"];
        expect(Object.keys(target), path).toEqual(["types", "@roompass/source", ...node, "default"]);
      }
    }
    expect(manifest.exports?.["./package.json"]).toBe("./package.json");
  });

  it("points every entry of exports at files that belong together", () => {
    for (const target of Object.values(manifest.exports ?? {})) {
      if (typeof target === "string") continue;
      const stem = /^\.\/src\/(.+)\.ts$/.exec(target["@roompass/source"] ?? "")?.[1];
      expect(exists(`${directory}/src/${stem}.ts`), `src/${stem}.ts`).toBe(true);
      expect(target).toMatchObject({ types: `./dist/${stem}.d.ts`, default: `./dist/${stem}.js` });
      if (target["node"] !== undefined) expect(target["node"]).toBe(`./dist/node/${stem}.js`);
    }
  });

  it("has commands that exist before the build and can be executed", () => {
    for (const file of Object.values(manifest.bin ?? {})) {
      expect(read(`${directory}/${file}`).startsWith("#!/usr/bin/env node\n"), file).toBe(true);
      if (process.platform !== "win32") expect(statSync(join(root, directory, file)).mode & 0o111, file).toBe(0o111);
    }
  });
});

describe("the repository", () => {
  it("uses one version range for each third-party package", () => {
    const ranges = new Map<string, Set<string>>();
    for (const { manifest } of packages) {
      for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
        ranges.set(name, (ranges.get(name) ?? new Set()).add(range));
      }
    }
    expect([...ranges].filter(([, different]) => different.size > 1)).toEqual([]);
  });

  it("pins development tools to exact versions", () => {
    const loose = Object.entries(rootManifest.devDependencies ?? {}).filter(
      ([, range]) => !/^\d+\.\d+\.\d+$/.test(range),
    );
    expect(loose).toEqual([]);
  });

  it("keeps addresses out of the lock file", () => {
    const addressed = Object.entries(lock).filter(([, entry]) => entry.resolved !== undefined && entry.link !== true);
    expect(addressed.map(([path]) => path)).toEqual([]);
  });

  it("has a lock file for every platform (cure: node tools/lock/complete-platforms.mjs)", () => {
    const missing = Object.entries(lock).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => lock[`${path}/node_modules/${name}`] === undefined && lock[`node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
  });

  it("decides about every package that wants to run a script on installation", () => {
    const undecided = Object.entries(lock)
      .filter(([, entry]) => entry.hasInstallScript === true)
      .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length))
      .filter((name) => rootManifest.allowScripts?.[name] === undefined);
    expect(undecided).toEqual([]);
  });
});

// What stands before a release: changesets, bills of materials, and versions that are old enough.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedWithoutChangeset, packagesOf } from "../release/changed-packages.mjs";
import { mergeBase } from "../release/history.mjs";
import { installedWith } from "../release/installed-with.mjs";
import { addedVersions, judgeAges } from "../release/versions.mjs";
import { packageNamed, projectFiles, published, read, readJson } from "./workspace.ts";

describe("changesets", () => {
  const files = projectFiles.filter((path) => /^\.changeset\/(?!README)[^/]+\.md$/.test(path));

  // One that names none has nothing to say: users notice nothing.
  it.each(files)("%s names published packages only, and says something", (path) => {
    const names = packagesOf(read(path)) ?? ["no front matter"];
    expect(names.filter((name) => !published.some((entry) => entry.name === name))).toEqual([]);
    expect(
      read(path)
        .split(/^---\s*$/m)[2]
        ?.trim().length,
    ).toBeGreaterThan(20);
  });

  it("every package that was never released has one", () => {
    const spokenOf = files.flatMap((path) => packagesOf(read(path)) ?? []);
    const unreleased = published.filter(({ manifest }) => manifest.version === "0.0.0").map(({ name }) => name);
    expect(unreleased.filter((name) => !spokenOf.includes(name))).toEqual([]);
  });
});

describe("the check of changesets", () => {
  let folder = "";
  let base = "";

  function git(...args: string[]): string {
    const settings = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.com", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...settings, ...args], { cwd: folder, encoding: "utf8" });
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function commit(message: string): string {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
    return git("rev-parse", "HEAD").trim();
  }

  function silent(): string[] {
    return changedWithoutChangeset(folder, base).silent.map(({ name }) => name);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "roompass-changesets-"));
    git("init", "--quiet", "--initial-branch=main");
    for (const name of ["one", "two"]) {
      write(`packages/${name}/package.json`, JSON.stringify({ name: `@x/${name}`, version: "1.0.0" }));
      write(`packages/${name}/src/index.ts`, "export {};\n");
    }
    write("packages/own/package.json", JSON.stringify({ name: "@x/own", version: "1.0.0", private: true }));
    base = commit("begin");
    git("checkout", "--quiet", "-b", "branch");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("finds nothing where nothing changed", () => {
    expect(changedWithoutChangeset(folder, base)).toEqual({ changed: [], silent: [] });
  });

  it.each([
    ["committed", (): unknown => commit("change")],
    ["not committed", (): unknown => undefined],
  ])("names a package whose source changed without one, %s", (_state, finish) => {
    write("packages/one/src/index.ts", "export const one = 1;\n");
    write("packages/two/src/new.ts", "export const two = 2;\n");
    finish();
    expect(changedWithoutChangeset(folder, base).silent).toEqual([
      { name: "@x/one", files: ["packages/one/src/index.ts"] },
      { name: "@x/two", files: ["packages/two/src/new.ts"] },
    ]);
  });

  it("passes over tests, documents and packages that are not published", () => {
    write("packages/one/src/index.test.ts", "// test\n");
    write("packages/one/test/whole.ts", "// test\n");
    write("packages/one/README.md", "# one\n");
    write("packages/own/src/index.ts", "export {};\n");
    expect(changedWithoutChangeset(folder, base)).toEqual({ changed: [], silent: [] });
  });

  it("is content with a changeset of the branch, for the packages that it names", () => {
    write("packages/one/src/index.ts", "export const one = 1;\n");
    write("packages/two/package.json", JSON.stringify({ name: "@x/two", version: "1.0.0", engines: {} }));
    write(".changeset/brave-cats.md", '---\n"@x/one": patch\n---\n\nOne is there.\n');
    expect(silent()).toEqual(["@x/two"]);
  });

  it("does not take a changeset that was there before, but one that was rewritten", () => {
    git("checkout", "--quiet", "main");
    write(".changeset/old.md", '---\n"@x/one": minor\n---\n\nFirst release.\n');
    base = commit("an older change");
    git("checkout", "--quiet", "-B", "branch");
    write("packages/one/src/index.ts", "export const one = 1;\n");
    expect(silent()).toEqual(["@x/one"]);
    write(".changeset/old.md", '---\n"@x/one": minor\n---\n\nFirst release. One is there.\n');
    expect(silent()).toEqual([]);
  });

  it("takes an empty changeset for the word that users notice nothing", () => {
    write("packages/one/src/index.ts", "// a comment\nexport {};\n");
    write(".changeset/empty.md", "---\n---\n");
    expect(silent()).toEqual([]);
  });

  it("passes the commit that releases: a new version, and no changeset any more", () => {
    write("packages/one/package.json", JSON.stringify({ name: "@x/one", version: "1.0.1" }));
    expect(changedWithoutChangeset(folder, base)).toEqual({ changed: ["@x/one"], silent: [] });
  });

  it("counts from where the branch began, not from where the main branch is now", () => {
    git("checkout", "--quiet", "main");
    write("packages/two/src/index.ts", "export const two = 2;\n");
    commit("meanwhile");
    git("checkout", "--quiet", "branch");
    expect(mergeBase(folder, "main")).toBe(base);
    expect(silent()).toEqual([]);
  });

  it("finds no beginning in a clone that does not hold it", () => {
    expect(mergeBase(folder, "origin/main")).toBeUndefined();
  });
});

describe("the bill of materials", () => {
  it("has what is installed with a package: its siblings, theirs, and packages from elsewhere with their hashes", () => {
    const service = packageNamed("@roompass/service");
    const installed = installedWith({ directory: service?.directory, manifest: service?.manifest });
    const lock = readJson<{ packages: Record<string, { integrity: string }> }>("package-lock.json").packages;
    expect(Object.keys(installed).sort()).toEqual(
      ["@roompass/core", "jose", "zod"].map((name) => `node_modules/${name}`),
    );
    expect(installed["node_modules/jose"]).toMatchObject({ integrity: lock["node_modules/jose"]?.integrity });
  });
});

describe("the cool-down", () => {
  const before = {
    packages: {
      "": { name: "root" },
      "node_modules/old": { version: "1.0.0" },
      "node_modules/both": { version: "1.0.0" },
    },
  };
  const after = {
    packages: {
      ...before.packages,
      "node_modules/both": { version: "1.1.0" },
      "node_modules/a/node_modules/both": { version: "1.0.0" },
      "node_modules/@x/alias": { name: "real", version: "3.0.0" },
      "node_modules/@x/one": { link: true, version: "1.0.0" },
      "packages/one": { name: "@x/one", version: "1.0.0" },
    },
  };

  it("looks at versions that a change brings into the lock file, whatever they are called there", () => {
    expect(addedVersions(before, after)).toEqual([
      ["both", ["1.1.0"]],
      ["real", ["3.0.0"]],
    ]);
    expect(addedVersions(after, after)).toEqual([]);
  });

  it("tells too young from old enough and from not known", () => {
    const now = Date.parse("2026-01-10T00:00:00Z");
    const times = { "1.0.0": "2026-01-03T00:00:00Z", "1.0.1": "2026-01-03T00:00:01Z", "1.0.2": "2026-01-11T00:00:00Z" };
    const versions = ["1.0.0", "1.0.1", "1.0.2", "1.0.3"];
    expect(judgeAges(versions, times, now, 7)).toEqual({ young: ["1.0.1", "1.0.2"], unknown: ["1.0.3"] });
    expect(judgeAges(["1.0.0"], undefined, now, 7)).toEqual({ young: [], unknown: ["1.0.0"] });
  });
});

// What happens when packages are published, as far as it can be looked at before.
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { attachmentsOf, notesOf, withoutRelease } from "../release/releases.mjs";
import { namesRepository } from "../release/repository.mjs";
import { adapters, exists, projectFiles, read, readJson } from "./workspace.ts";

const workflows = projectFiles.filter((path) => /^\.github\/workflows\/[^/]+\.yml$/.test(path));

/** The text of each job by its name, by the indentation that this repository writes. */
function jobsOf(path: string): [string, string][] {
  const jobs = read(path).split(/^jobs:\n/m)[1] ?? "";
  return jobs
    .split(/^ {2}(?=[a-z]+:\n)/m)
    .filter((text) => text.trim() !== "")
    .map((text) => [text.slice(0, text.indexOf(":")), text]);
}

/** What the text of a job says that it may. */
function powersOf(text = ""): string[] {
  const listed = /^ {4}permissions:\n((?: {6}.*\n)+)/m.exec(text)?.[1] ?? "";
  return listed.split("\n").flatMap((line) => (line === "" ? [] : [line.trim()]));
}

/** Files and everything that they load, by `import`: relative to the root, or the name of what is no file of it. */
function modulesOf(paths: readonly string[], known = new Set<string>()): readonly string[] {
  for (const path of paths.filter((one) => !known.has(one))) {
    known.add(path);
    if (!projectFiles.includes(path)) continue;
    const named = [...read(path).matchAll(/\b(?:from|import) ?\(? ?"([^"]+)"/g)].map((match) => match[1] as string);
    modulesOf(
      named.map((name) => (name.startsWith(".") ? posix.join(posix.dirname(path), name) : name)),
      known,
    );
  }
  return [...known];
}

describe("the workflows", () => {
  const jobs = workflows.flatMap((path) => jobsOf(path).map(([name, text]) => [`${path}: ${name}`, text] as const));

  it("are there, and say what they may before any job", () => {
    const needed = [".github/workflows/ci.yml", ".github/workflows/release.yml"];
    expect(workflows).toEqual(expect.arrayContaining(needed));
    for (const path of workflows) expect(read(path).split(/^jobs:/m)[0], path).toMatch(/^permissions:/m);
  });

  it.each(jobs)("%s uses actions that were decided on, in a version", (_name, text) => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map((match) => match[1] as string);
    const decided =
      /^(?:actions\/(?:checkout|setup-node|(?:up|down)load-artifact)|changesets\/action)@(?:v\d+|[0-9a-f]{40})$|^\.\/\.github\//;
    expect(used.filter((action) => !decided.test(action))).toEqual([]);
  });

  it("speak to npm from one job only, which runs nobody else's action and waits for an approval", () => {
    const speaking = jobs.filter(([, text]) => text.includes("id-token: write"));
    expect(speaking.map(([name]) => name)).toEqual([".github/workflows/release.yml: publish"]);
    expect(speaking[0]?.[1]).toContain("environment: release");
    expect(speaking[0]?.[1]).not.toContain("changesets/action");
  });

  it("run no script of a package where they may write or where packages are made, and take nothing from a cache", () => {
    const guarded = jobs.filter(([name, text]) => /^ +[a-z-]+: write$/m.test(text) || name.endsWith(": pack"));
    const installing = "npm ci --ignore-scripts --no-audit --no-fund";
    expect(guarded.map(([name, text]) => [name, text.match(/npm (?:ci|install)\b.*/g)])).toEqual([
      [".github/workflows/release.yml: versions", [installing]],
      [".github/workflows/release.yml: pack", [installing]],
      [".github/workflows/release.yml: publish", null],
    ]);
    for (const [name, text] of guarded) {
      expect(text, name).toContain("package-manager-cache: false");
      expect(text, name).not.toMatch(/^ +cache:/m);
    }
  });

  it("pack where they may only read, and publish what was packed there", () => {
    const { pack, publish } = Object.fromEntries(jobsOf(".github/workflows/release.yml"));
    expect(powersOf(pack)).toEqual(["contents: read"]);
    expect(powersOf(publish)).toEqual(["actions: read", "contents: write", "id-token: write"]);
    for (const text of [pack, publish]) expect(text).toContain("persist-credentials: false");
    expect(pack).toMatch(
      /artifact: \$\{\{ steps\.([a-z-]+)\.outputs\.artifact-id \}\}[\s\S]*- id: \1\n +uses: actions\/upload-a/,
    );
    // By the number of what that job handed over; without one the action would take everything that any job did.
    expect(publish).toMatch(/needs: \[.*\bpack\b.*\]/);
    expect(publish).toMatch(/artifact-ids: \$\{\{ needs\.pack\.outputs\.artifact \}\}$/m);
  });

  it("run nothing but scripts of the repository where they publish, which load nothing from elsewhere", () => {
    const { publish = "" } = Object.fromEntries(jobsOf(".github/workflows/release.yml"));
    const commands = [...publish.matchAll(/^ +(?:- )?run: (.*)$/gm)].map((match) => match[1] as string);
    expect(commands).toEqual([
      "node tools/release/publish-packed.mjs reports/packed",
      "node tools/release/make-releases.mjs",
    ]);
    const loaded = modulesOf(commands.map((command) => command.split(" ")[1] as string));
    expect(loaded).toContain("scripts/lib/run.mjs");
    expect(loaded.filter((path) => !path.startsWith("node:") && !projectFiles.includes(path))).toEqual([]);
  });

  it("keep no token of npm, and put no text of a change into a shell", () => {
    const text = workflows.map(read).join("\n");
    expect(new Set([...text.matchAll(/secrets\.(\w+)/g)].map((match) => match[1]))).toEqual(new Set(["GITHUB_TOKEN"]));
    const commands = [...text.matchAll(/^( *)(?:- run:.*(?:\n\1 {3,}.*)*|run:.*(?:\n\1 +.*)*)/gm)].map(
      ([whole]) => whole,
    );
    expect(commands.length).toBe([...text.matchAll(/^[ -]*run:/gm)].length);
    expect(commands.filter((command) => command.includes("${{"))).toEqual([]);
    expect(text).not.toContain("pull_request_target");
  });

  it("run scripts that exist", () => {
    const text = workflows.map(read).join("\n");
    const files = [...text.matchAll(/\bnode ((?:tools|packages)\/\S+\.mjs)/g)].map((match) => match[1] as string);
    const scripts = [...text.matchAll(/npm run (\S+)/g)].map((match) => match[1] as string);
    const known = readJson<{ scripts: Record<string, string> }>("package.json").scripts;
    expect(files.filter((path) => !exists(path))).toEqual([]);
    expect(scripts.filter((name) => known[name] === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(5);
  });

  it("publish the conformance report of every adapter", () => {
    const text = read(".github/workflows/release.yml");
    expect(adapters.map(({ name }) => `${name}/conformance`).filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe("the release of a package", () => {
  it("is still to be made where the code host has no tag of its version, whatever became of the job before", () => {
    const listed =
      "1f3a\trefs/tags/@roompass/core@1.2.0\n9c2b\trefs/tags/roompass@1.0.0-next.1\n9c2c\trefs/tags/v1^{}\n";
    const versions = [
      "@roompass/core@1.2.0",
      "@roompass/core@1.2.1",
      "roompass@1.0.0",
      "roompass@1.0.0-next.1",
      "core@1.2.0",
    ];
    const published = versions.map((text) => {
      const at = text.lastIndexOf("@");
      return { manifest: { name: text.slice(0, at), version: text.slice(at + 1) } };
    });
    const left = withoutRelease(published, listed).map(({ manifest }) => `${manifest.name}@${manifest.version}`);
    expect(left).toEqual(["@roompass/core@1.2.1", "roompass@1.0.0", "core@1.2.0"]);
  });

  it("has the words of its own version", () => {
    const changelog = "# x\n\n## 1.1.0\n\n### Minor Changes\n\n- more\n\n## 1.0.1\n\n- less\n";
    expect(notesOf(changelog, "1.1.0")).toBe("### Minor Changes\n\n- more");
    expect(notesOf(changelog, "1.0.1")).toBe("- less");
    expect(notesOf(changelog, "1.0")).toBe("");
  });

  it("has its bill of materials, and an adapter's has its report", () => {
    const manifest = { name: "@roompass/daily", version: "1.2.0", roompass: { kind: "adapter" } };
    expect(attachmentsOf({ directory: "packages/daily", manifest })).toEqual([
      "reports/sbom/daily.cdx.json",
      "reports/conformance/daily/roompass-daily@1.2.0.json",
    ]);
    expect(attachmentsOf({ directory: "packages/cli", manifest: { name: "roompass", version: "1.2.0" } })).toEqual([
      "reports/sbom/cli.cdx.json",
    ]);
  });

  it("is bound to this repository and to the package's folder of it", () => {
    const address = "https://host.example/owner/project";
    const repository = { type: "git", url: `git+${address}.git`, directory: "packages/core" };
    expect(namesRepository({ repository }, address, "packages/core")).toBe(true);
    expect(namesRepository({ repository: { ...repository, url: address } }, address, "packages/core")).toBe(true);
    expect(namesRepository({ repository }, `${address}-fork`, "packages/core")).toBe(false);
    expect(namesRepository({ repository }, address, "packages/daily")).toBe(false);
    expect(namesRepository({ repository: address }, address, "packages/core")).toBe(false);
    expect(namesRepository({}, address, "packages/core")).toBe(false);
  });
});

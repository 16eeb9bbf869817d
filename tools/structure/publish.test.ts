// What happens when packages are published, as far as it can be looked at before.
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

describe("the workflows", () => {
  const jobs = workflows.flatMap((path) => jobsOf(path).map(([name, text]) => [`${path}: ${name}`, text] as const));

  it("are there, and say what they may before any job", () => {
    const needed = [".github/workflows/ci.yml", ".github/workflows/release.yml"];
    expect(workflows).toEqual(expect.arrayContaining(needed));
    for (const path of workflows) expect(read(path).split(/^jobs:/m)[0], path).toMatch(/^permissions:/m);
  });

  it.each(jobs)("%s uses actions that were decided on, in a version", (_name, text) => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map((match) => match[1] as string);
    const decided = /^(?:actions\/(?:checkout|setup-node)|changesets\/action)@(?:v\d+|[0-9a-f]{40})$|^\.\/\.github\//;
    expect(used.filter((action) => !decided.test(action))).toEqual([]);
  });

  it("speak to npm from one job only, which runs nobody else's action and waits for an approval", () => {
    const speaking = jobs.filter(([, text]) => text.includes("id-token: write"));
    expect(speaking.map(([name]) => name)).toEqual([".github/workflows/release.yml: publish"]);
    expect(speaking[0]?.[1]).toContain("environment: release");
    expect(speaking[0]?.[1]).not.toContain("changesets/action");
  });

  it("run no script of a package where they may write, and take nothing from a cache", () => {
    const writing = jobs.filter(([, text]) => /^ +[a-z-]+: write$/m.test(text)).map(([, text]) => text);
    expect(writing.length).toBe(2);
    for (const text of writing) {
      expect(text.match(/npm (?:ci|install)\b.*/g)).toEqual(["npm ci --ignore-scripts --no-audit --no-fund"]);
      expect(text).toContain("package-manager-cache: false");
      expect(text).not.toMatch(/^ +cache:/m);
    }
  });

  it("keep no token of npm, and put no text of a change into a shell", () => {
    const text = workflows.map(read).join("\n");
    expect([...text.matchAll(/secrets\.(\w+)/g)].map((match) => match[1])).toEqual(["GITHUB_TOKEN", "GITHUB_TOKEN"]);
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

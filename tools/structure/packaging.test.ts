// What would be published, looked at before it is: the list of files, the manifest as tools read it, the built modules.
import { Package as ArchivedPackage, checkPackage } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, it } from "vitest";
import { runNode } from "../../scripts/lib/run.mjs";
import { publishedEntries } from "../packed/published.mjs";
import { contentsOf, mayBePublished, packPublished } from "./packed.ts";
import { type Package, published, read } from "./workspace.ts";

let packed: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(async () => {
  packed = await packPublished();
}, 60_000);

function filesOf({ name }: Package): readonly string[] {
  return packed.get(name) ?? [];
}

/** A command alone has nothing to import. */
const importable = published.filter(({ manifest }) =>
  Object.values(manifest.exports ?? {}).some((target) => typeof target !== "string"),
);

describe.each(published.map((entry) => [entry.name, entry] as const))("%s", (_name, entry) => {
  it("contains what a user needs and nothing that only tests need", () => {
    const files = filesOf(entry);
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]));
    for (const file of Object.values(entry.manifest.bin ?? {})) expect(files).toContain(file.replace(/^\.\//, ""));
    expect(files.filter((file) => file.startsWith("dist/") && file.endsWith(".js")).length).toBeGreaterThan(0);
    expect(
      files.filter((file) => /\.test(-d)?\.|\/testing\/|tsbuildinfo|vitest\.config|tsconfig|^test\//.test(file)),
    ).toEqual([]);
  });

  it("contains only files of the kinds that it is meant to have (rules: packed.ts)", () => {
    expect(filesOf(entry).filter((file) => !mayBePublished(entry, file))).toEqual([]);
  });

  it("contains the source behind every source map", () => {
    const files = new Set(filesOf(entry));
    const dangling = [...files]
      .filter((file) => file.endsWith(".map"))
      .flatMap((file) =>
        (JSON.parse(read(`${entry.directory}/${file}`)) as { sources: string[] }).sources
          .map((source) => new URL(source, `file:///${file}`).pathname.slice(1))
          .filter((source) => !files.has(source)),
      );
    expect(dangling).toEqual([]);
  });

  it("passes publint without a single remark", async () => {
    const files = filesOf(entry).map((file) => ({ name: `package/${file}`, data: contentsOf(entry, file) }));
    const { messages, pkg } = await publint({ pkgDir: "package", pack: { files }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it("has declarations that need no types of Node or of a browser", () => {
    const leaking = filesOf(entry)
      .filter((file) => file.endsWith(".d.ts"))
      .filter((file) => /<reference |from "node:|import\("node:|\bNodeJS\./.test(read(`${entry.directory}/${file}`)));
    expect(leaking).toEqual([]);
  });
});

it.each(importable.map((entry) => [entry.name, entry] as const))(
  "the types of %s fit its modules, for every kind of import that ES modules know",
  async (_name, entry) => {
    const files = filesOf(entry)
      .filter((file) => /^(?:package\.json|.*\.(?:js|d\.ts))$/.test(file))
      .map((file) => [`/node_modules/${entry.name}/${file}`, contentsOf(entry, file)]);
    const archive = new ArchivedPackage(Object.fromEntries(files), entry.name, entry.manifest.version ?? "");
    const result = await checkPackage(archive);
    expect(result.types).toEqual({ kind: "included" });
    const problems = result.types === false ? [] : result.problems;
    // The profile `esm-only`: what cannot load ES modules at all, and `require`, are left out.
    const relevant = problems.filter(
      (problem) => !("resolutionKind" in problem) || !["node10", "node16-cjs"].includes(problem.resolutionKind),
    );
    expect(relevant).toEqual([]);
  },
);

it("every entry of exports can be imported by plain Node from the build", async () => {
  const program = publishedEntries()
    .map(({ specifier }) => `await import(${JSON.stringify(specifier)});`)
    .join("\n");
  const { code, output } = await runNode("--input-type=module", ["--eval", program]);
  expect({ code, output }).toEqual({ code: 0, output: "" });
});

// What would be published, looked at before it is: the list of files, the manifest as tools read it, the built modules.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, it } from "vitest";
import { runNode, runNpm } from "../../scripts/lib/run.mjs";
import { exists, type Package, published, read, root } from "./workspace.ts";

const packed = new Map<string, readonly string[]>();

beforeAll(async () => {
  const unbuilt = published.filter(({ directory }) => !exists(`${directory}/dist`)).map(({ name }) => name);
  if (unbuilt.length > 0) throw new Error(`Not built: ${unbuilt.join(", ")}. Run: npm run build`);
  const workspaces = published.map(({ name }) => `--workspace=${name}`);
  const { code, output } = await runNpm([
    "pack",
    "--dry-run",
    "--json",
    "--ignore-scripts",
    "--loglevel=error",
    ...workspaces,
  ]);
  if (code !== 0) throw new Error(output);
  const answer = JSON.parse(output.slice(output.search(/^[[{]/m))) as { name: string; files: { path: string }[] }[];
  for (const { name, files } of Object.values(answer))
    packed.set(
      name,
      files.map(({ path }) => path),
    );
}, 60_000);

function filesOf({ name }: Package): readonly string[] {
  return packed.get(name) ?? [];
}

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
    const files = filesOf(entry).map((file) => ({
      name: `package/${file}`,
      data: new Uint8Array(readFileSync(join(root, entry.directory, file))),
    }));
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

it("every entry of exports can be imported by plain Node from the build", async () => {
  const specifiers = published.flatMap(({ name, manifest }) =>
    Object.entries(manifest.exports ?? {})
      .filter(([, target]) => typeof target !== "string")
      .map(([path]) => name + path.slice(1)),
  );
  const program = specifiers.map((specifier) => `await import(${JSON.stringify(specifier)});`).join("\n");
  const { code, output } = await runNode("--input-type=module", ["--eval", program]);
  expect({ code, output }).toEqual({ code: 0, output: "" });
});

// What browsers and workers load of the packages that are meant for them: nothing of Node, at any depth.
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import { publishedEntries } from "../packed/published.mjs";
import { importsOf } from "./syntax.ts";
import { packages, published, root, sourcesOf } from "./workspace.ts";

/** Commands, and what serves, reads and writes files. Everything else works everywhere. */
const onNodeOnly: ReadonlySet<string> = new Set([
  "roompass",
  "@roompass/conformance",
  "@roompass/emulators",
  "@roompass/migrate",
]);

const portable = published.filter(({ name }) => !onNodeOnly.has(name));
const start = join(root, "tools", "structure", "start.mjs");

interface Loaded {
  readonly files: readonly string[];
  /** What was asked for of Node, and by whom. */
  readonly ofNode: readonly string[];
}

/** Everything that is loaded for some modules, at once or on demand, as the build left them. */
async function loadedBy(specifiers: readonly string[], conditions: readonly string[]): Promise<Loaded> {
  const files = new Set<string>();
  const ofNode: string[] = [];
  const made = await rolldown({
    input: start,
    platform: "neutral",
    treeshake: false,
    resolve: { conditionNames: [...conditions, "import", "default"], mainFields: ["module", "main"] },
    plugins: [
      {
        name: "what-is-loaded",
        resolveId(id, importer) {
          if (id === start) return id;
          if (!isBuiltin(id)) return undefined;
          ofNode.push(`${importer} asks for ${id}`);
          return { id, external: true };
        },
        load: (id) => (id === start ? specifiers.map((one) => `import ${JSON.stringify(one)};`).join("\n") : undefined),
        moduleParsed: ({ id }) => void files.add(id.replaceAll("\\", "/")),
      },
    ],
  });
  await made.generate({ format: "esm" });
  await made.close();
  return { files: [...files], ofNode };
}

const specifiers = publishedEntries()
  .filter((entry) => portable.some(({ directory }) => directory === entry.directory))
  .map(({ specifier }) => specifier);

/** The files behind the `#` names of every package: one for Node, one for everybody else. */
const targets = portable.flatMap(({ directory, manifest }) =>
  Object.values(manifest.imports ?? {}).map((target) => ({
    node: `${directory}/${target["node"]?.slice("./".length)}`,
    web: `${directory}/${target["default"]?.slice("./".length)}`,
  })),
);

const nodeFiles = targets.map(({ node }) => node);
const webFiles = targets.map(({ web }) => web);

/** Which of some files were loaded, by their path from the root. */
const among = (files: readonly string[], wanted: readonly string[]): string[] =>
  wanted.filter((path) => files.some((file) => file.endsWith(`/${path}`)));

describe.each([
  ["a browser", ["browser"]],
  ["workerd", ["workerd", "worker"]],
  ["a platform without conditions of its own", []],
])("in %s", (_name, conditions) => {
  it("nothing of Node is loaded by any entry", async () => {
    const { files, ofNode } = await loadedBy(specifiers, conditions);
    expect(ofNode).toEqual([]);
    expect(among(files, nodeFiles)).toEqual([]);
    expect(among(files, webFiles)).toEqual(webFiles);
  });
});

it("on Node the files for Node are loaded instead, so that the tests above look at something", async () => {
  const { files, ofNode } = await loadedBy(specifiers, ["node"]);
  expect(among(files, webFiles)).toEqual([]);
  expect(ofNode.filter((line) => line.endsWith("asks for node:crypto"))).not.toEqual([]);
});

it("sources name modules of Node only in files for Node", () => {
  const wrong = portable.flatMap((one) =>
    sourcesOf(one)
      .filter((path) => !path.endsWith(".node.ts"))
      .flatMap((path) =>
        importsOf(path)
          .filter((id) => isBuiltin(id))
          .map((id) => `${path} imports ${id}`),
      ),
  );
  expect(wrong).toEqual([]);
});

it("what is meant for Node alone is a package, and says so in no other place", () => {
  expect([...onNodeOnly].filter((name) => !packages.some((one) => one.name === name))).toEqual([]);
});

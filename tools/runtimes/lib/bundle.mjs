// Bundles the same programs for platforms that load one file, resolved by the conditions that such a platform has.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const shims = fileURLToPath(new URL("../shims/", import.meta.url));
const globals = readFileSync(new URL("../shims/globals.js", import.meta.url), "utf8");
const posix = (path) => path.split(sep).join("/");

/** What the suite reads of its own package while it runs, by the path that it has in a bundle. */
function suiteFiles(folder) {
  const vectors = readdirSync(join(folder, "vectors"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".json"),
  );
  const paths = ["package.json", ...vectors.map((path) => join("vectors", path))];
  return Object.fromEntries(paths.map((path) => [`/suite/${posix(path)}`, readFileSync(join(folder, path), "utf8")]));
}

/** Lets the conformance suite have its stand-ins for Node where it is bundled, and nothing else. */
function examinerOnly(suite, hasSuite) {
  const isSuite = (path) => hasSuite && path.startsWith(suite + sep);
  return {
    name: "examiner-only",
    resolveId(id, importer) {
      if (id === "virtual:suite-files") return "\0suite-files";
      if (!id.startsWith("node:")) return undefined;
      if (importer === undefined || !isSuite(importer)) throw new Error(`${importer} asks for ${id}.`);
      return join(shims, id === "node:crypto" ? "hash.mjs" : "node.mjs");
    },
    load(id) {
      if (id === "\0suite-files") return `export const files = ${JSON.stringify(suiteFiles(suite))};`;
      return undefined;
    },
    transform(code, id) {
      if (!isSuite(id) || !code.includes("import.meta.url")) return undefined;
      const url = `file:///suite/${posix(relative(suite, id))}`;
      return code.replaceAll("import.meta.url", JSON.stringify(url));
    },
  };
}

/**
 * Writes one ES module, and stops where anything but the conformance suite asks for something of Node.
 *
 * @param {{ program: string, hasSuite: boolean, file: string, conditions: readonly string[] }} what `program` lies where
 *   the packages are installed
 */
export async function bundle({ program, hasSuite, file, conditions }) {
  const suite = dirname(createRequire(program).resolve("@roompass/conformance/package.json"));
  const made = await rolldown({
    input: program,
    platform: "neutral",
    resolve: { conditionNames: [...conditions, "import", "default"], mainFields: ["module", "main"] },
    plugins: [examinerOnly(suite, hasSuite)],
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  await made.write({ file, format: "esm", codeSplitting: false, banner: hasSuite ? globals : "" });
  await made.close();
}

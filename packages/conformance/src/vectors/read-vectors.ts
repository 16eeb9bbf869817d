import { readdirSync, readFileSync } from "node:fs";
import { frozen } from "./freeze.js";
import type { VectorFile, VectorInput, VectorTest } from "./vector.js";

/** The vectors of this package. */
export const vectorFolder: URL = new URL("../../vectors/", import.meta.url);

const notVectors: ReadonlySet<string> = new Set(["schema.json", "retired.json", "traceability.json"]);

/** The paths of all vector files under a folder, in order. */
export function listVectorFiles(folder: URL = vectorFolder): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".json") && !notVectors.has(path) && !path.startsWith("requirements/"))
    .sort();
}

export function readVectorFile(path: string, folder: URL = vectorFolder): VectorFile {
  return frozen(JSON.parse(readFileSync(new URL(path, folder), "utf8")) as VectorFile);
}

/** The tests of a file, each with what it inherits. */
export function testsOf(file: VectorFile): readonly VectorTest[] {
  const keys = Object.fromEntries(file.keys.map(({ id, text }) => [id, text]));
  return file.groups.flatMap(({ level, since, until, requires, except, input, tests }) =>
    tests.map((test) =>
      frozen({
        ...test,
        suite: file.suite,
        category: file.category,
        level,
        since,
        ...(until === undefined ? {} : { until }),
        requires,
        ...(except === undefined ? {} : { except }),
        notes: file.notes,
        keys,
        input: { now: file.now, ...input, ...test.input } as VectorInput,
      }),
    ),
  );
}

let read: readonly VectorTest[] | undefined;

/** Every vector that a vendor's adapter has to pass: those for all, and its vendor's own. */
export function vectorsFor(vendor: string): readonly VectorTest[] {
  read ??= listVectorFiles().flatMap((path) => testsOf(readVectorFile(path)));
  return read.filter(
    ({ suite, except }) => suite === `vendor/${vendor}` || (suite === "core" && except?.includes(vendor) !== true),
  );
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { SubjectError } from "../subject/check-subject.js";
import { formProblems } from "./form-problems.js";
import { listVectorFiles, readVectorFile, testsOf, vectorFolder } from "./read-vectors.js";
import type { VectorFile, VectorTest } from "./vector.js";

interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly content: unknown;
  /** Of another package, which names and formats its files as it likes. */
  readonly isForeign?: boolean;
}

/** The checks of our own files: the same code, which is plain JavaScript so that it runs before any build. */
interface Checks {
  readonly lintFiles: (files: readonly TextFile[], retired: readonly string[]) => readonly string[];
}

async function loadChecks(): Promise<Checks> {
  return (await import(/* @vite-ignore */ new URL("../../scripts/lib/lint.mjs", import.meta.url).href)) as Checks;
}

function readJson(folder: string, name: string): TextFile {
  const text = readFileSync(join(folder, name), "utf8");
  try {
    return { path: `vectors/${name}`, text, content: JSON.parse(text) as unknown };
  } catch {
    throw new SubjectError(`vectors/${name} of the adapter's package is no JSON.`);
  }
}

/** Ids that no other file may use: those of this package, and those that it has retired. */
function takenIds(): readonly string[] {
  const { retired } = JSON.parse(readFileSync(new URL("retired.json", vectorFolder), "utf8")) as {
    retired: readonly { readonly id: string }[];
  };
  const own = listVectorFiles().flatMap((path) => testsOf(readVectorFile(path)));
  return [...own, ...retired].map(({ id }) => id);
}

/** Directly in the folder: what stands deeper would be passed over in silence. */
function checkNotDeeper(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.split(sep).join("/"));
  const deeper = names.filter((name) => name.includes("/") && name.endsWith(".json"));
  if (deeper.length === 0) return;
  throw new SubjectError(
    `vectors/${deeper.sort()[0]} of the adapter's package stands in a folder of its own: only \`vectors/*.json\` is read.`,
  );
}

/**
 * The vectors that an adapter's package brings along: `vectors/*.json` beside its `package.json`. They pass the checks that
 * the files of this package pass, and are for this vendor alone.
 *
 * @throws SubjectError that lists what is wrong with them: vectors that nobody can trust are not run.
 */
export async function readOwnVectors(packageFolder: string, vendor: string): Promise<readonly VectorTest[]> {
  const folder = join(packageFolder, "vectors");
  if (!existsSync(folder)) return [];
  checkNotDeeper(folder);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const files = names.sort().map((name) => readJson(folder, name));
  if (files.length === 0) return [];
  const { lintFiles } = await loadChecks();
  const invalid = files.flatMap(({ path, content }) => formProblems(content).map((text) => `${path}: ${text}`));
  const foreign = files
    .filter(({ content }) => (content as Partial<VectorFile> | null)?.suite !== `vendor/${vendor}`)
    .map(({ path }) => `${path}: its suite is not vendor/${vendor}`);
  const problems = [...invalid, ...foreign];
  if (problems.length === 0)
    problems.push(
      ...lintFiles(
        files.map((file) => ({ ...file, isForeign: true })),
        takenIds(),
      ),
    );
  if (problems.length > 0) {
    throw new SubjectError(
      [
        "The vectors of the adapter's package do not hold:",
        ...problems.map((text) => `  ${text}`),
        ...(invalid.length === 0 ? [] : ["The format is vectors/schema.json of @roompass/conformance."]),
      ].join("\n"),
    );
  }
  return files.flatMap(({ content }) => testsOf(content as VectorFile));
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SubjectError } from "../subject/check-subject.js";
import { listVectorFiles, readVectorFile, testsOf, vectorFolder } from "./read-vectors.js";
import type { VectorFile, VectorTest } from "./vector.js";

interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly content: unknown;
}

/** The checks of our own files: the same code, which is plain JavaScript so that it runs before any build. */
interface Checks {
  readonly validate: (schema: unknown, value: unknown) => readonly string[];
  readonly lintFiles: (files: readonly TextFile[], retired: readonly string[]) => readonly string[];
}

async function loadChecks(): Promise<Checks> {
  const load = (name: string): Promise<unknown> =>
    import(/* @vite-ignore */ new URL(`../../scripts/lib/${name}`, import.meta.url).href);
  const [schema, lint] = await Promise.all([load("schema.mjs"), load("lint.mjs")]);
  return { ...(schema as Checks), ...(lint as Checks) };
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

/** The lint names our files by suite and category; a package may name its own as it likes. */
function underOurName(file: TextFile): TextFile {
  const { suite, category } = file.content as VectorFile;
  return { ...file, path: `${suite}/${category}.json` };
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
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const files = names.sort().map((name) => readJson(folder, name));
  if (files.length === 0) return [];
  const { validate, lintFiles } = await loadChecks();
  const schema = JSON.parse(readFileSync(new URL("schema.json", vectorFolder), "utf8")) as unknown;
  const invalid = files.flatMap(({ path, content }) => validate(schema, content).map((text) => `${path}: ${text}`));
  const foreign = files
    .filter(({ content }) => (content as Partial<VectorFile> | null)?.suite !== `vendor/${vendor}`)
    .map(({ path }) => `${path}: its suite is not vendor/${vendor}`);
  const problems = [...invalid, ...foreign];
  if (problems.length === 0) problems.push(...lintFiles(files.map(underOurName), takenIds()));
  if (problems.length > 0) {
    throw new SubjectError(
      `The vectors of the adapter's package do not hold:\n${problems.map((text) => `  ${text}`).join("\n")}`,
    );
  }
  return files.flatMap(({ content }) => testsOf(content as VectorFile));
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { plural } from "../report/words.js";
import { vectorDigest } from "../vectors/digest.js";
import { listVectorFiles, readVectorFile, vectorFolder } from "../vectors/read-vectors.js";
import { requiredIds } from "../vectors/requirements.js";
import type { VectorFile } from "../vectors/vector.js";
import { version } from "../version.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";

/** Of the file's bytes, in hexadecimal. */
const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

type Group = VectorFile["groups"][number];

const testCount = ({ groups }: VectorFile): number => groups.reduce((sum, { tests }) => sum + tests.length, 0);

/** What of a file a revision asks for; groups without tests, and notes without a flag, are left out. */
function partOf(file: VectorFile, revision: number, ids: ReadonlySet<string> | undefined): VectorFile {
  const isOf = ({ since, until }: Group): boolean => since <= revision && (until ?? revision) >= revision;
  const groups = file.groups
    .map((group) => ({
      ...group,
      tests: group.tests.filter(({ id }) => (ids === undefined ? isOf(group) : ids.has(id))),
    }))
    .filter(({ tests }) => tests.length > 0);
  const flags = new Set(groups.flatMap(({ tests }) => tests.flatMap((test) => test.flags)));
  const notes = Object.fromEntries(Object.entries(file.notes).filter(([name]) => flags.has(name)));
  return { ...file, notes, groups };
}

const beside = [
  "vectors/schema.json",
  "vectors/retired.json",
  "vectors/traceability.json",
  "INTERPRETING.md",
  "LICENSE",
] as const;

/** Writes the vectors of a revision into a folder, for programs that bring a runner of their own. */
export async function exportVectors(folder: string, revision: number, io: Io): Promise<ExitCode> {
  const ids = requiredIds(revision);
  const target = resolve(io.folder, folder);
  if (!(await io.isEmptyFolder(target)))
    throw new UsageError(`${folder} is not empty. Name a folder that is, or is not there yet.`);
  const files: { readonly path: string; readonly tests: number; readonly sha256: string }[] = [];
  for (const path of listVectorFiles()) {
    const file = readVectorFile(path);
    const part = partOf(file, revision, ids);
    const tests = testCount(part);
    if (tests === 0) continue;
    // A file of which everything is wanted is copied byte for byte.
    const text =
      tests === testCount(file)
        ? readFileSync(new URL(path, vectorFolder), "utf8")
        : `${JSON.stringify(part, null, 2)}\n`;
    await io.writeText(resolve(target, path), text);
    files.push({ path, tests, sha256: sha256(text) });
  }
  for (const path of beside) {
    const file = new URL(`../${path}`, vectorFolder);
    if (existsSync(file)) await io.writeText(resolve(target, path.replace("vectors/", "")), readFileSync(file, "utf8"));
  }
  const suite = { formatVersion: 1, suite: "@roompass/conformance", version, revision, vectors: vectorDigest(), files };
  await io.writeText(resolve(target, "suite.json"), `${JSON.stringify(suite, null, 2)}\n`);
  const tests = files.reduce((sum, file) => sum + file.tests, 0);
  io.stdout(`${folder}: ${plural(tests, "vector")} of revision ${revision} in ${plural(files.length, "file")}\n`);
  return exitCodes.conformant;
}

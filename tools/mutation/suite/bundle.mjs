// One vendor's adapter with every mutant in it, each behind a switch, as one file that Node can load anew for each of them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { rolldown } from "rolldown";
import { instrument } from "../find-mutants.mjs";

/** What the suite does not look at, and why. */
const leftOut = [
  // Tests, and what only tests need.
  /\.test(-d)?\.ts$/,
  /\/testing\//,
  // Only exports; and the door by which the suite comes in.
  /\/index\.ts$/,
  /\/conformance\.ts$/,
  // Advice for people: the suite compares the vendor's own findings, not those of the linter beyond its vectors.
  /\/lint\.ts$/,
  // Credentials, requests and answers: the suite knows no account and no network.
  /\/provider[^/]*\.ts$/,
  /\/rest\.ts$/,
  /\/answer\.ts$/,
  // Facts with sources and months, for readers. Their form is checked; that they are true, no suite can know.
  /\/capabilities\.ts$/,
  /\/harmless\.ts$/,
];

/**
 * Sentences for people: messages, cures, reasons. The suite asks for codes, paths and outcomes, and leaves every adapter its
 * own words.
 */
const isProse = ({ mutator, original }) => mutator === "StringLiteral" && /\S\s+\S/.test(original);

/**
 * Writes the sources with mutants beside the results, and makes one module of them. Other packages stay outside: they are
 * the ones that are built.
 */
export async function bundleWithMutants({ root, vendor, files, folder }) {
  const source = `packages/${vendor}/src/`;
  const all = readdirSync(`${root}${source}`, { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${source}${name}`);
  const isWanted = (path) =>
    !leftOut.some((pattern) => pattern.test(path)) &&
    (files.length === 0 || files.some((file) => path.endsWith(`/${file}`)));
  const wanted = all.filter(isWanted).sort();
  if (wanted.length === 0) throw new Error("No file of this vendor's is left to plant faults in.");

  const { files: written, mutants } = await instrument(root, wanted);
  rmSync(folder, { recursive: true, force: true });
  for (const path of all) {
    const content = written.find(({ name }) => name === path)?.content ?? readFileSync(`${root}${path}`, "utf8");
    const target = `${folder}${path}`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  const bundle = `${folder}adapter.mjs`;
  const built = await rolldown({
    input: `${folder}${source}conformance.ts`,
    platform: "node",
    external: (id) => !id.startsWith(".") && !id.startsWith("/"),
    resolve: { extensionAlias: { ".js": [".ts"] } },
    treeshake: false,
    tsconfig: false,
    logLevel: "silent",
  });
  await built.write({ file: bundle, format: "esm" });
  return {
    bundle,
    mutants: mutants
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: fileName.slice(source.length),
        line: location.start.line + 1,
        mutator: mutatorName,
        original: textAt(readFileSync(`${root}${fileName}`, "utf8"), location),
        replacement,
      }))
      .filter((mutant) => !isProse(mutant)),
  };
}

function textAt(content, { start, end }) {
  const lines = content.split("\n").slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join("\n");
}

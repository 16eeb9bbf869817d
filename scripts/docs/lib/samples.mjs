// Runs code samples and puts what they print under them, so that a document shows what really happens.
//
// A ```ts block is a sample; ```ts continued goes on with the sample before it, ```ts ignore is none. A sample that is
// followed by the line <!-- output --> and a ```text block is run, with the built packages, and the block is replaced by
// what it prints.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandFile, root, runNode } from "../../lib/run.mjs";

const OUTPUT = "<!-- output -->";
// Inside the repository, so that the samples find the packages; apart from where the tests compile samples.
const FOLDER = join("node_modules", ".cache", "roompass", "docs-samples");

function endOfBlock(lines, start) {
  const end = lines.indexOf("```", start);
  if (end === -1) throw new Error("A code block has no end.");
  return end;
}

/** The first line after `index` that says something. */
function nextLine(lines, index) {
  let next = index;
  while (next < lines.length && lines[next].trim() === "") next += 1;
  return next;
}

/** The samples of a document that have output, each with the code of everything that it continues. */
export function runnableSamples(path, text) {
  const lines = text.split("\n");
  const samples = [];
  let chain = [];
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^```(\w+)?(?: (.*))?$/.exec(lines[index]);
    if (fence === null) continue;
    const end = endOfBlock(lines, index + 1);
    const block = lines.slice(index + 1, end).join("\n");
    index = end;
    if (fence[1] !== "ts" || fence[2] === "ignore") continue;
    chain = fence[2] === "continued" ? [...chain, block] : [block];
    const marker = nextLine(lines, end + 1);
    if (lines[marker] !== OUTPUT) continue;
    const opening = nextLine(lines, marker + 1);
    if (lines[opening] !== "```text") throw new Error(`${path}:${marker + 1}: no text block follows.`);
    samples.push({ path, chain, first: opening + 1, last: endOfBlock(lines, opening + 1) });
  }
  return samples;
}

// What a continued sample prints begins where the part before it ends.
const SEPARATOR = "\u0001";

function programOf({ chain }) {
  const [last, ...before] = [...chain].reverse();
  return [...before.reverse(), `console.log(${JSON.stringify(SEPARATOR)});`, last, "export {};"].join("\n");
}

async function compile(samples) {
  const folder = join(root, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  samples.forEach((sample, index) => {
    writeFileSync(join(folder, `sample-${index}.ts`), programOf(sample));
  });
  const project = {
    extends: join(root, "tsconfig.test.base.json"),
    compilerOptions: {
      noEmit: false,
      allowImportingTsExtensions: false,
      // A sample may be continued, and what it declares used there.
      noUnusedLocals: false,
      noUnusedParameters: false,
      outDir: "out",
      rootDir: ".",
    },
    files: samples.map((_, index) => `sample-${index}.ts`),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const { code, output } = await runNode(commandFile("typescript", "tsc"), ["-p", FOLDER, "--pretty", "false"]);
  if (code !== 0) throw new Error(`A sample does not compile:\n${output}`);
}

async function outputOf(sample, index) {
  const { code, output } = await runNode(join(FOLDER, "out", `sample-${index}.js`), [], { env: { TZ: "UTC" } });
  if (code !== 0) throw new Error(`${sample.path}:${sample.first}: the sample fails:\n${output}`);
  return output.slice(output.indexOf(SEPARATOR) + SEPARATOR.length).trim();
}

/** The documents, by path, with the output of their samples brought up to date. */
export async function withOutputs(documents) {
  const samples = [...documents].flatMap(([path, text]) => runnableSamples(path, text));
  if (samples.length === 0) return documents;
  await compile(samples);
  const outputs = await Promise.all(samples.map(outputOf));
  const filled = new Map(documents);
  // From the last one back, so that line numbers stay true.
  for (let index = samples.length - 1; index >= 0; index -= 1) {
    const { path, first, last } = samples[index];
    const lines = filled.get(path).split("\n");
    lines.splice(first, last - first, ...outputs[index].split("\n"));
    filled.set(path, lines.join("\n"));
  }
  return filled;
}

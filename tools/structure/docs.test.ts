// Documentation that can be wrong is checked: code samples compile against the built packages, local links lead somewhere.
//
// A sample is a ```ts block. It stands alone unless it starts with ```ts continued, which appends it to the sample before
// it. ```ts ignore is for what cannot compile, such as a call form that is being warned about.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { commandFile, runNode } from "../../scripts/lib/run.mjs";
import { exists, projectFiles, read, root } from "./workspace.ts";

const FOLDER = ".docs-samples";
const markdown = projectFiles.filter((path) => path.endsWith(".md") && !path.startsWith(".changeset/"));
const withSamples = markdown.filter((path) => /^(README\.md|packages\/[^/]+\/README\.md|docs\/.*\.md)$/.test(path));

interface Sample {
  readonly file: string;
  readonly line: number;
  code: string;
}

/** Samples keep their place: empty lines stand for the prose, so the compiler's line numbers are those of the document. */
function samplesIn(path: string): Sample[] {
  const samples: Sample[] = [];
  const lines = read(path).split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^```(\w+)?(?: (.*))?$/.exec(lines[index] as string);
    if (fence === null) continue;
    const start = index + 1;
    const length = lines.slice(start).findIndex((line) => line.startsWith("```"));
    const block = lines.slice(start, start + length);
    index = start + length;
    if (fence[1] !== "ts" || fence[2] === "ignore") continue;
    const before = samples.at(-1);
    if (fence[2] === "continued" && before !== undefined) {
      before.code += "\n".repeat(start - before.code.split("\n").length + 1) + block.join("\n");
    } else {
      samples.push({ file: `${path}.${start}.ts`, line: start, code: "\n".repeat(start) + block.join("\n") });
    }
  }
  return samples;
}

// Files by name: the compiler's patterns do not look into a folder whose name starts with a dot.
function project(files: readonly string[]): unknown {
  return {
    extends: "../tsconfig.test.base.json",
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false, rootDir: "." },
    files,
  };
}

async function compile(samples: readonly Sample[]): Promise<string[]> {
  const folder = join(root, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  for (const { file, code } of samples) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\nexport {};\n`);
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project(samples.map(({ file }) => file))));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const { output } = await runNode(commandFile("typescript", "tsc"), ["-p", FOLDER, "--pretty", "false"]);
  return output
    .split("\n")
    .filter((line) => line.includes("error TS"))
    .map((line) => line.replace(`${FOLDER}/`, "").replace(/\.md\.\d+\.ts\(/, ".md("));
}

/** The anchors that a document offers, made from its headings as code hosts make them. */
function anchorsOf(path: string): Set<string> {
  const prose = read(path).replace(/^```[\s\S]*?^```/gm, "");
  return new Set(
    [...prose.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) =>
      (match[1] as string)
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    ),
  );
}

function brokenLinks(path: string): string[] {
  const prose = read(path)
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)]
    .map((match) => match[1] as string)
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    .filter((target) => {
      const [file = "", anchor] = target.split("#");
      const place = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(file)));
      if (!exists(place)) return true;
      return anchor !== undefined && place.endsWith(".md") && !anchorsOf(place).has(anchor);
    })
    .map((target) => `${path}: ${target}`);
}

describe("documentation", () => {
  it("has code samples that compile", async () => {
    const samples = withSamples.flatMap(samplesIn);
    expect(samples.length === 0 ? [] : await compile(samples)).toEqual([]);
  });

  it("has no local link that leads nowhere", () => {
    expect(markdown.flatMap(brokenLinks)).toEqual([]);
  });
});

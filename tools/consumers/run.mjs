// npm run test:types: the declarations as they would be published, read by the compilers that users have.
//
// The same sources are checked by each compiler, as Node resolves modules and as bundlers do, with and without
// `exactOptionalPropertyTypes`, and with the types of no platform, of a browser and of Node. Declarations are checked as
// well, those of the packages and of what they need: nothing is skipped.
import "../../scripts/lib/node-version.mjs";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandFile, root, runNode } from "../../scripts/lib/run.mjs";
import { installApart } from "../packed/install-apart.mjs";
import { installPacked } from "../packed/packages.mjs";
import { writeEntries } from "./entries.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

const compilers = [
  { version: "5.9", compiler: join(here, "node_modules/typescript59/bin/tsc") },
  { version: "6.0", compiler: join(here, "node_modules/typescript60/bin/tsc") },
  { version: "7.0", compiler: commandFile("typescript", "tsc") },
];

const nodenext = { module: "nodenext", moduleResolution: "nodenext" };
const bundler = { module: "preserve", moduleResolution: "bundler" };
const alone = { lib: ["ES2023"], types: [], include: ["src/portable"] };
const browser = { lib: ["ES2023", "DOM", "DOM.Iterable"], types: [], include: ["src/portable", "src/web"] };
const node = { lib: ["ES2023"], types: ["node"], include: ["src"] };

const projects = [
  { name: "nodenext, no platform, exact optional properties", ...alone, options: nodenext, isExact: true },
  { name: "bundler, no platform", ...alone, options: bundler, isExact: false },
  { name: "bundler, browser, exact optional properties", ...browser, options: bundler, isExact: true },
  { name: "nodenext, Node", ...node, options: nodenext, isExact: false },
];

function configurationOf({ options, lib, types, include, isExact }) {
  const compilerOptions = {
    ...options,
    lib,
    target: "ES2023",
    types,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: isExact,
    skipLibCheck: false,
    noEmit: true,
  };
  return JSON.stringify({ compilerOptions, include });
}

await installApart(here, "Installing two compilers, once …");
const folder = mkdtempSync(join(tmpdir(), "roompass-consumers-"));
let failed = 0;
try {
  await installPacked(folder);
  mkdirSync(join(folder, "node_modules", "@types"));
  symlinkSync(join(root, "node_modules", "@types", "node"), join(folder, "node_modules", "@types", "node"), "junction");
  cpSync(join(here, "src"), join(folder, "src"), { recursive: true });
  writeEntries(join(folder, "src"));
  for (const { version, compiler } of compilers) {
    for (const project of projects) {
      const file = join(folder, "tsconfig.json");
      writeFileSync(file, configurationOf(project));
      const { code, output, seconds } = await runNode(compiler, ["-p", file, "--pretty", "false"]);
      if (code !== 0) failed += 1;
      console.log(
        `${code === 0 ? "ok    " : "FAILED"}  TypeScript ${version}, ${project.name}  ${seconds.toFixed(1)} s`,
      );
      if (code !== 0) console.log(output.replaceAll(folder, "."));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const all = compilers.length * projects.length;
console.log(`\n${all - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

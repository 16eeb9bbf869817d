// Node, Bun and Deno: programs that find installed packages by themselves.
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { publishedEntries } from "../../packed/packages.mjs";
import { collect } from "./processes.mjs";

const programs = fileURLToPath(new URL("../program/", import.meta.url));

/** Everything that runs a file: `flags` stand before its name. */
export async function runOnProcess({ program, flags = [], env = {} }, folder) {
  cpSync(programs, folder, { recursive: true });
  const options = { cwd: folder, env };
  const found = [
    await collect(program, [...flags, "node.mjs"], options),
    await collect(program, [...flags, "require.cjs", JSON.stringify(publishedEntries())], options),
  ];
  const problems = found.filter(({ code, output }) => code !== 0 || output !== "");
  return {
    values: found.flatMap(({ values }) => values),
    problems: problems.map(({ code, output }) => `ended with ${code}: ${output}`),
  };
}

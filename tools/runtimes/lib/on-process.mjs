// Node, Bun and Deno: programs that find installed packages by themselves.
import { publishedEntries } from "../../packed/published.mjs";
import { collect } from "./processes.mjs";

const entries = JSON.stringify(publishedEntries().map(({ specifier }) => specifier));

/** Everything that runs a file: `flags` stand before its name. The programs lie in the folder, where the packages are. */
export async function runOnProcess({ program, flags = [], env = {} }, folder) {
  const options = { cwd: folder, env };
  const found = [
    await collect(program, [...flags, "node.mjs"], options),
    await collect(program, [...flags, "require.cjs", entries], options),
  ];
  const problems = found.filter(({ code, output }) => code !== 0 || output !== "");
  return {
    values: found.flatMap(({ values }) => values),
    problems: problems.map(({ code, output }) => `ended with ${code}: ${output}`),
  };
}

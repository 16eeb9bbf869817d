// What the packages weigh for somebody who bundles them: minified and compressed, as a server sends it.
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../../", import.meta.url));
const start = join(root, "tools", "size", "start.mjs");

/** @typedef {{ name: string, code: string, platform: "browser" | "node", budget: number }} Budget */

/** @returns {readonly Budget[]} */
export function readBudgets() {
  return JSON.parse(readFileSync(new URL("./budgets.json", import.meta.url), "utf8")).budgets;
}

const conditions = { browser: ["browser", "import", "default"], node: ["node", "import", "default"] };
/** Texts in minified code; one in which two words follow each other is prose. */
const literal = /`(?:[^`\\$]|\\.|\$\{[^{}]*\}|\$)*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
const cutProse = (text) => (/[a-z] [a-z]/.test(text) ? '""' : text);
const ours = /^(?:@roompass\/|#)/;

/**
 * Bundles a module that imports something, as `npm run build` left the packages. What other people's packages weigh does
 * not count, and what is loaded on demand neither.
 *
 * @param {Pick<Budget, "code" | "platform">} what
 * @returns {Promise<{ bytes: number, withoutProse: number, minified: number, modules: readonly { file: string, bytes: number }[] }>} bytes after
 *   gzip, also without any sentence, and before; the files with their length before both, largest first
 */
export async function weigh({ code, platform }) {
  const made = await rolldown({
    input: start,
    platform,
    resolve: { conditionNames: conditions[platform] },
    // A command is there for what it does.
    treeshake: { moduleSideEffects: [{ test: /\/cli\/dist\/main\.js$/, sideEffects: true }] },
    external: (id, importer) =>
      importer !== undefined && !ours.test(id) && !id.startsWith(".") && !id.startsWith(root) && id !== start,
    plugins: [
      {
        name: "start",
        resolveId: (id) => (id === start ? start : undefined),
        load: (id) => (id === start ? code : undefined),
      },
    ],
  });
  const { output } = await made.generate({ format: "esm", minify: true });
  await made.close();
  const [entry] = output;
  const modules = Object.entries(entry.modules)
    .map(([file, { renderedLength }]) => ({ file: relative(root, file).split(sep).join("/"), bytes: renderedLength }))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes);
  const bytes = gzipSync(entry.code, { level: 9 }).length;
  const withoutProse = gzipSync(entry.code.replaceAll(literal, cutProse), { level: 9 }).length;
  return { bytes, withoutProse, minified: entry.code.length, modules };
}

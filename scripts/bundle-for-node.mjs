// Puts what Node imports of a package into few files, after the compiler: node ../../scripts/bundle-for-node.mjs
//
// A hundred small modules take Node longer to find and open than to run. Browsers, workers and bundlers get the modules
// one by one, of which they take only what they need; the export condition `node` tells them apart, so that no program
// ever has both.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

const folder = process.cwd();
const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** By the name of its file, what becomes a file of its own: `index` from `./src/index.ts`. */
const input = Object.fromEntries(
  Object.values(exports)
    .filter((target) => target.node !== undefined)
    .map((target) => [/^\.\/dist\/node\/(.+)\.js$/.exec(target.node)[1], join(folder, target["@roompass/source"])]),
);

const made = await rolldown({
  input,
  platform: "node",
  // Sources, so that a stack trace names the line that was written.
  resolve: { extensionAlias: { ".js": [".ts", ".js"] }, conditionNames: ["@roompass/source"] },
  external: (id) => !id.startsWith(".") && !id.startsWith("#") && !id.startsWith(folder),
  onLog(level, log) {
    if (level === "warn") throw new Error(log.message);
  },
});
const output = join(folder, "dist", "node");
rmSync(output, { recursive: true, force: true });
await made.write({
  dir: output,
  format: "esm",
  sourcemap: true,
  entryFileNames: "[name].js",
  chunkFileNames: "shared.js",
});
await made.close();

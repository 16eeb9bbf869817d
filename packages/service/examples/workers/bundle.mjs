// Bundles the worker into one module: node bundle.mjs [folder]. Needs the packages built.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

export async function bundleWorker(folder) {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("./worker.ts", import.meta.url)),
    // Nothing of Node: the packages then bring what every platform has.
    platform: "neutral",
    resolve: { conditionNames: ["workerd", "worker", "import", "default"], mainFields: ["module", "main"] },
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  await bundle.write({ file: `${folder}/worker.js`, format: "esm" });
  await bundle.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleWorker(process.argv[2] ?? "dist");

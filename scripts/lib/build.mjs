// Builds all packages, after removing output whose source is gone: the compiler never deletes, and a file that was
// renamed would otherwise stay in dist, be tested by accident and be published.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { root, runTurbo, workspaceDirectories } from "./run.mjs";

const OUTPUT = /^(.*?)(?:\.d\.ts\.map|\.d\.ts|\.js\.map|\.js)$/;

function filesUnder(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}

export function removeStaleOutput() {
  const removed = [];
  for (const directory of workspaceDirectories()) {
    const dist = join(root, directory, "dist");
    const source = join(root, directory, "src");
    // A bundler's output has other names than its sources, and it empties its folder itself.
    if (!existsSync(source) || existsSync(join(root, directory, "vite.config.ts"))) continue;
    const orphans = filesUnder(dist).filter((file) => {
      // What was bundled for Node is made anew with every build.
      if (file.startsWith(`node${sep}`)) return false;
      const stem = OUTPUT.exec(file)?.[1];
      return stem !== undefined && !existsSync(join(source, `${stem}.ts`));
    });
    for (const file of orphans) rmSync(join(dist, file));
    // The compiler trusts its own record of what is up to date, so the record goes with the files.
    if (orphans.length > 0) rmSync(join(dist, ".tsbuildinfo"), { force: true });
    removed.push(...orphans.map((file) => `${directory}/dist/${file}`));
  }
  return removed;
}

export async function build(options) {
  removeStaleOutput();
  const result = await runTurbo("build", options);
  // A build from the cache brings back what was in dist when it was stored.
  removeStaleOutput();
  return result;
}

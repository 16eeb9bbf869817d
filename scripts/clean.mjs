// npm run clean: removes everything that the build and the tests can make again. Installed packages stay.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root, workspaceDirectories } from "./lib/run.mjs";

const everywhere = ["dist", ".turbo", "coverage"];
const atTheTop = [".turbo", ".docs-samples", ".stryker-tmp", "coverage", "reports", "node_modules/.cache"];
const paths = workspaceDirectories().flatMap((directory) => everywhere.map((name) => join(directory, name)));
for (const path of [...paths, ...atTheTop]) rmSync(join(root, path), { recursive: true, force: true });

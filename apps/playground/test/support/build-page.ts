// Builds the page before the first test in a browser, unless the build is newer than everything it is made of.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { commandFile } from "../../../../scripts/lib/run.mjs";
import { root } from "./paths.ts";

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => (name.endsWith(".test.ts") ? 0 : newest(join(path, name)))));
}

/** What the page is made of; the packages as they were built. */
const sources = ["src", "index.html", "vite.config.ts", "security-headers.ts"].map((name) => join(root, name));
const packages = ["core", "daily", "livekit", "metered", "videosdk"].map((name) =>
  join(root, "../../packages", name, "dist"),
);

export default function buildPage(): void {
  const built = newest(join(root, "dist/index.html"));
  if (built > Math.max(...[...sources, ...packages].map(newest))) return;
  const vite = commandFile("vite", "vite");
  const { status, stderr } = spawnSync(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: root,
    encoding: "utf8",
    // The page as it is published, not as the tests run: React has another build for each.
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error(`The page could not be built; run \`npm run build\`.\n${stderr}`);
}

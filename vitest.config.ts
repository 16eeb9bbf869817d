import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { packageTests } from "./tools/vitest.shared.ts";

const packages = fileURLToPath(new URL("./packages", import.meta.url));

/** The packages whose lines must be covered: the core, and everything that calls itself an adapter. */
function coveredPackages(): string[] {
  return readdirSync(packages).filter((name) => {
    const manifest = `${packages}/${name}/package.json`;
    return (
      name === "core" ||
      (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).roompass?.kind === "adapter")
    );
  });
}

const sources = coveredPackages().map((name) => `packages/${name}/src/**/*.ts`);

export default defineConfig({
  test: {
    // The packages as one project: a worker then loads core once, and not once for each package that uses it.
    projects: [packageTests("packages", "packages/*/"), "apps/*/vitest.config.ts", "tools/structure/vitest.config.ts"],
    globalSetup: ["./tools/vitest.global.ts"],
    // The default leaves one processor idle, which on a small machine is half of them; and many tests wait for a process
    // or a browser that they started.
    maxWorkers: availableParallelism() + 1,
    // What a run has compiled, the next one reads.
    experimental: { fsModuleCache: true },
    coverage: {
      provider: "v8",
      include: sources,
      exclude: ["**/*.test.ts", "**/*.test-d.ts", "**/testing/**", "**/*.d.ts"],
      reporter: ["text", "text-summary", "json-summary"],
      thresholds: Object.fromEntries(sources.map((glob) => [glob, { lines: 95 }])),
    },
  },
});

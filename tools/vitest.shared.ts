// One description of how every package is tested, so that a new package needs two lines of configuration.
//
// The export condition "@roompass/source" makes the packages see each other's TypeScript sources, so tests need no build
// and a stack trace or a coverage report names the line that was written, not the line that was emitted.
import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const SOURCE_CONDITION = "@roompass/source";
const CONDITIONS = [SOURCE_CONDITION, "node", "module", "development|production"];

// Named outright: otherwise every parent folder is searched for a tsconfig.json, also those outside the repository.
export const TSCONFIG: string = fileURLToPath(new URL("../tsconfig.base.json", import.meta.url));

/**
 * The tests of a package, or of all in `folders` at once.
 *
 * @param folders Where packages are, relative to the configuration; ends in a slash.
 */
export function packageTests(name: string, folders = ""): ViteUserConfig {
  return defineConfig({
    tsconfig: TSCONFIG,
    resolve: { conditions: CONDITIONS },
    ssr: { resolve: { conditions: CONDITIONS } },
    test: {
      name,
      environment: "node",
      // Nothing here keeps anything between two calls, so that the files of a package share the modules of a worker; loading
      // them anew for each file took as long as the tests.
      isolate: false,
      // Only for what would never end: on a busy machine walking a space takes many times as long as on an idle one.
      testTimeout: 180_000,
      include: [`${folders}src/**/*.test.ts`, `${folders}test/**/*.test.ts`],
      setupFiles: [fileURLToPath(new URL("./vitest.setup.ts", import.meta.url))],
    },
  });
}

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

interface Choices {
  /**
   * Whether each file loads every module anew, the default. The core, an adapter and what is built of them keep nothing
   * between two calls, so that their files share the modules of a worker; loading them took as long as the tests.
   */
  readonly isolate?: boolean;
}

export function packageTests(name: string, { isolate = true }: Choices = {}): ViteUserConfig {
  return defineConfig({
    tsconfig: TSCONFIG,
    resolve: { conditions: CONDITIONS },
    ssr: { resolve: { conditions: CONDITIONS } },
    test: {
      name,
      environment: "node",
      isolate,
      // Only for what would never end: on a busy machine walking a space takes many times as long as on an idle one.
      testTimeout: 180_000,
      include: ["src/**/*.test.ts", "test/**/*.test.ts"],
      setupFiles: [fileURLToPath(new URL("./vitest.setup.ts", import.meta.url))],
    },
  });
}

// The tests that mutants have to survive.
//
// Stryker works on a copy of the repository whose node_modules is a link to the original, so "@roompass/core" would lead
// back to the code without mutants. The aliases keep every import inside the copy.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { TSCONFIG } from "../vitest.shared.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** One folder of core, to be held by its own tests alone. */
const part = process.env["ROOMPASS_MUTATED_PART"];

const siblings = readdirSync(`${root}packages`)
  .filter((name) => name !== "core" && name !== "cli")
  .map((name) => ({ find: `@roompass/${name}`, replacement: `${root}packages/${name}/src/index.ts` }));

export default defineConfig({
  root,
  tsconfig: TSCONFIG,
  resolve: {
    conditions: ["@roompass/source", "node"],
    alias: [
      { find: "@roompass/core/adapter", replacement: `${root}packages/core/src/adapter/index.ts` },
      { find: "@roompass/core/kit", replacement: `${root}packages/core/src/kit.ts` },
      { find: /^@roompass\/core$/, replacement: `${root}packages/core/src/index.ts` },
      ...siblings,
    ],
  },
  ssr: { resolve: { conditions: ["@roompass/source", "node"] } },
  test: {
    environment: "node",
    include:
      part === undefined
        ? ["packages/core/{src,test}/**/*.test.ts", "packages/*/{src,test}/**/*translat*.test.ts"]
        : [`packages/core/src/${part}/**/*.test.ts`],
    // Walking a whole claim space for every mutant would take days and kills nothing that the laws leave alive.
    exclude: ["**/*enumerat*.test.ts", "**/node_modules/**"],
    // A slow machine must not count as a killed mutant: only Stryker's own clock decides what runs for ever.
    testTimeout: 120_000,
    setupFiles: [`${root}tools/vitest.setup.ts`],
  },
});

// The only test that mutants have to survive: the conformance suite on one vendor's adapter.
//
// Stryker works on a copy of the repository whose node_modules is a link to the original, so "@roompass/core" would lead
// back to the code without mutants. The aliases keep every import inside the copy.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { TSCONFIG } from "../vitest.shared.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const vendor = process.env["ROOMPASS_VENDOR"] ?? "";

export default defineConfig({
  root,
  tsconfig: TSCONFIG,
  resolve: {
    conditions: ["@roompass/source", "node"],
    alias: [
      { find: /^@roompass\/core\/adapter$/, replacement: `${root}packages/core/src/adapter/index.ts` },
      { find: /^@roompass\/core\/kit$/, replacement: `${root}packages/core/src/kit.ts` },
      { find: /^@roompass\/core$/, replacement: `${root}packages/core/src/index.ts` },
      { find: /^@roompass\/conformance\/vitest$/, replacement: `${root}packages/conformance/src/vitest.ts` },
    ],
  },
  ssr: { resolve: { conditions: ["@roompass/source", "node"] } },
  test: {
    environment: "node",
    include: [`packages/${vendor}/src/conformance.test.ts`],
    // A slow machine must not count as a killed mutant: only Stryker's own clock decides what runs for ever.
    testTimeout: 120_000,
    setupFiles: [`${root}tools/vitest.setup.ts`],
  },
});

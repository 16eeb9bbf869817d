// npm run mutation:suite -- <vendor> [files]: small faults are planted in one vendor's adapter, and nothing but the
// conformance suite looks for them. What survives is a hole in the suite: a fault that it would pass in anybody's adapter.
const vendor = process.env["ROOMPASS_VENDOR"] ?? "";
if (!/^[a-z][a-z0-9-]*$/.test(vendor)) {
  throw new Error("Name a vendor: npm run mutation:suite -- daily");
}

/** What the suite does not look at, and why. */
const leftOut = [
  // Tests, and what only tests need.
  "**/*.test.ts",
  "**/*.test-d.ts",
  "**/testing/**",
  // Only exports; and the door by which the suite comes in.
  "**/index.ts",
  "**/conformance.ts",
  // Advice for people: the suite compares the vendor's own findings, not those of the linter beyond its vectors.
  "**/lint.ts",
  // Credentials, requests and answers: the suite knows no account and no network.
  "**/provider*.ts",
  "**/rest.ts",
  "**/answer.ts",
  // Facts with sources and months, for readers. Their form is checked; that they are true, no suite can know.
  "**/capabilities.ts",
  "**/harmless.ts",
];

export default {
  mutate: [`packages/${vendor}/src/**/*.ts`, ...leftOut.map((pattern) => `!${pattern}`)],
  testRunner: "vitest",
  tsconfigFile: "none: the sandbox needs no rewritten tsconfig, and TypeScript 7 has no API to rewrite one",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tools/mutation/vitest.suite.config.ts" },
  // The cases are listed before they run, and listing makes tokens: nearly every mutant is met there already, so that
  // counting by test would only cost time.
  coverageAnalysis: "all",
  concurrency: 2,
  timeoutMS: 30_000,
  ignorePatterns: ["dist", "coverage", "reports", ".turbo", ".docs-samples", "apps", "docs"],
  tempDirName: ".stryker-tmp",
  incremental: true,
  incrementalFile: `reports/mutation-suite/${vendor}.json`,
  reporters: ["progress", "clear-text", "html"],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  htmlReporter: { fileName: `reports/mutation-suite/${vendor}.html` },
  // Measured, not demanded: what survives is read, and becomes a vector or a case.
  thresholds: { high: 95, low: 90, break: null },
};

// Nothing is kept that nobody uses: files, exports, dependencies. Nothing is used that nobody declared.
import { join } from "node:path";
import { expect, it } from "vitest";
import { runNode } from "../../scripts/lib/run.mjs";
import { root } from "./workspace.ts";

// The package does not show its manifest, so that the command cannot be looked up there.
const knip = join(root, "node_modules", "knip", "bin", "knip.js");

it("no file, export or dependency is unused, and none is missing (rules: knip.json)", async () => {
  const args = ["--no-progress", "--no-config-hints", "--cache", "--cache-location", "node_modules/.cache/knip"];
  const { code, output } = await runNode(knip, args);
  expect({ code, output }).toEqual({ code: 0, output: "" });
});

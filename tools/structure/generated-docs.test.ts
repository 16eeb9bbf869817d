// The generated parts of the documents, and the output under their samples, are what the built packages give.
import { expect, it } from "vitest";
import { runNode } from "../../scripts/lib/run.mjs";

it("the documents are up to date (cure: npm run docs)", async () => {
  const { code, output } = await runNode("scripts/docs/generate.mjs", ["--check"]);
  expect({ code, output }).toEqual({ code: 0, output: "The documentation is up to date.\n" });
});

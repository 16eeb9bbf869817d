// The benchmark is no test of speed here: it has to run, and to say of every line whether its target is reached.
import { expect, it } from "vitest";
import { runNode } from "../../scripts/lib/run.mjs";
import { isThorough } from "../enumerations.ts";

it.runIf(isThorough)("the benchmark runs, and every line of its table ends in a verdict", async () => {
  const { code, output } = await runNode("benchmarks/run.mjs", ["--short"]);
  expect(code).toBe(0);
  const lines = output.split("\n").filter((line) => / against /.test(line));
  expect(lines.length).toBeGreaterThanOrEqual(15);
  expect(lines.filter((line) => !/ (?:met|missed)$/.test(line))).toEqual([]);
});

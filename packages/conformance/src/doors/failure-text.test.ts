import { expect, it } from "vitest";
import { runCase } from "../run/run-case.js";
import { broken, madeCase, madeSubject } from "../testing/made-cases.js";
import { failureText } from "./failure-text.js";

it("shows where it differs, why that matters, and how to read on", async () => {
  const result = await runCase(madeCase("core.verify.a", { seen: broken }), madeSubject);
  expect(failureText(result)).toBe(`core.verify.a: fail
the comment of core.verify.a
Flag (BASIC): What goes wrong.
at       grant.entry
expected "ask"
got      "direct"
All of it: npx @roompass/conformance <adapter> --explain core.verify.a`);
});

it("cuts what nobody reads to its end, and survives what JSON cannot hold", async () => {
  const cycle: Record<string, unknown> = { text: "x".repeat(3000) };
  cycle["self"] = cycle;
  const seen = { expected: {}, actual: cycle };
  const text = failureText(await runCase(madeCase("core.verify.a", { seen }), madeSubject));
  expect(text).toContain("(contains itself)");
  expect(text.length).toBeLessThan(1500);
});

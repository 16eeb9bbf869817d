// What the packages weigh in a bundle. `node tools/size/show.mjs` prints the table, tools/size/budgets.json holds it.
import { describe, expect, it } from "vitest";
import { readBudgets, weigh } from "../size/bundles.mjs";
import { published } from "./workspace.ts";

const budgets = readBudgets();

describe.each(budgets.map((budget) => [budget.name, budget] as const))("%s", (_name, budget) => {
  it(`weighs at most ${budget.budget} bytes, minified and compressed`, async () => {
    const { bytes } = await weigh(budget);
    expect(bytes).toBeLessThanOrEqual(budget.budget);
    // A budget that is far away holds nothing: bring it down with what it measures.
    expect(bytes, "the budget is more than a tenth too high").toBeGreaterThan(budget.budget * 0.9);
  });
});

it("every package has a budget", () => {
  const missing = published.filter(({ name }) => !budgets.some((budget) => budget.name === name));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it("the bundle of a provider loads nothing for other kinds of keys", async () => {
  const { modules } = await weigh({ code: 'export { createDaily } from "@roompass/daily";', platform: "browser" });
  expect(
    modules.map(({ file }) => file).filter((file) => /jose|import-key|translate\.js|\.node\.js/.test(file)),
  ).toEqual([]);
});

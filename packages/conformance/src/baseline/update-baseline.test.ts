import { describe, expect, it } from "vitest";
import { runSuite } from "../run/run-suite.js";
import { broken, madeCase, madeSubject } from "../testing/made-cases.js";
import { type Baseline, BaselineError, unsaidIssue } from "./baseline.js";
import { updatedBaseline } from "./update-baseline.js";

const cases = [
  madeCase("core.b", { seen: { ...broken, code: "token.expired" } }),
  madeCase("core.a", { seen: broken }),
  madeCase("core.should", { level: "SHOULD", seen: broken }),
  madeCase("core.fine"),
  madeCase("core.other", { requires: ["issue.api"] }),
  madeCase("core.later", { since: 2, seen: broken }),
  madeCase("core.bypass", { bugType: "AUTH_BYPASS", seen: broken }),
];

const old: Baseline = {
  formatVersion: 1,
  entries: [
    { id: "core.a", issue: "https://example.org/1", until: "2027-01-01" },
    { id: "core.fine", issue: "https://example.org/2" },
  ],
};

async function updated(baseline: Baseline, isWhole = true) {
  const { results } = await runSuite(madeSubject, { baseline, casesOf: () => cases, today: "2026-11-21" });
  return updatedBaseline(results, baseline, isWhole);
}

describe("the updated baseline", () => {
  it("lists every failure in order, keeps what was said of it, and drops what passes", async () => {
    expect((await updated(old)).baseline).toEqual({
      formatVersion: 1,
      entries: [
        { id: "core.a", issue: "https://example.org/1", until: "2027-01-01" },
        { id: "core.b", code: "token.expired", issue: unsaidIssue },
        { id: "core.should", issue: unsaidIssue },
      ],
    });
  });

  it("leaves out what is about security, and says so", async () => {
    expect((await updated(old)).refused).toEqual(["core.bypass"]);
  });

  it("is the same when it is updated again", async () => {
    const { baseline } = await updated(old);
    expect((await updated(baseline)).baseline).toEqual(baseline);
  });

  it("is not made of a part of the suite", async () => {
    await expect(updated(old, false)).rejects.toThrow(BaselineError);
  });
});

// The suite's own adapters have to be true to everything that the suite asks of others.
import { describe, expect, it } from "vitest";
import { type CaseResult, completeSubject, listCases, runCase } from "../src/index.ts";
import { mirrorAdapter, referenceAdapter } from "../src/reference/adapter.ts";
import { minimalAdapter } from "../src/reference/minimal.ts";

const subjects = [referenceAdapter, mirrorAdapter, minimalAdapter].map((adapter) => completeSubject({ adapter }));

describe.each(subjects)("the $adapter.vendor adapter", (subject) => {
  it("passes everything that applies to it", async () => {
    // One after the other: some cases measure processor time or watch the clock.
    const results: CaseResult[] = [];
    for (const one of listCases(subject)) results.push(await runCase(one, subject));
    const failed = results.filter(({ outcome }) => outcome !== "pass" && outcome !== "not-applicable");
    expect(failed.map(({ id, outcome, expected, actual, note }) => ({ id, outcome, expected, actual, note }))).toEqual(
      [],
    );
    expect(results.filter(({ outcome }) => outcome === "pass").length).toBeGreaterThan(20);
  });
});

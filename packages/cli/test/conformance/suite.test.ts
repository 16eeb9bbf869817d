import { type Category, listCases, runCase } from "@roompass/conformance";
import { describe, expect, it } from "vitest";
import { isThorough } from "../../../../tools/enumerations.ts";
import { subjects } from "./subjects.ts";

/** Where cases are made with partners. */
const withPartners: readonly Category[] = ["decode", "unknown", "translate", "widening"];

describe.each(subjects)("the suite on $adapter.displayName", (subject) => {
  // With the other vendors, to whom and from whom tokens go: otherwise the vectors between two vendors would not apply.
  const partners = subjects.filter((other) => other !== subject);
  // What needs no partner runs in the adapter's own tests, and is the same there.
  const lonely = new Set(
    listCases(subject).flatMap(({ id, requires }) =>
      requires.some((name) => name.startsWith("partner.")) ? [] : [id],
    ),
  );
  const cases = listCases(subject, { partners }).filter(
    ({ id, category }, index) =>
      !lonely.has(id) || (withPartners.includes(category) && (isThorough || index % 3 === 0)),
  );

  it("has a partner for every vector between two vendors", () => {
    const translated = cases.filter(({ vector }) => vector?.input.op === "translate");
    const missing = translated.filter(({ requires }) => requires.some((name) => name.startsWith("partner.")));
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(new Set(translated.map(({ vector }) => vector?.input["to"])).size).toBeGreaterThanOrEqual(2);
  });

  const categories = [...new Set(cases.map(({ category }) => category))];
  // A test for each of thousands of cases would cost as much as the cases.
  it.each(categories)("passes what applies of %s", async (category) => {
    const counts = { passed: 0, others: [] as unknown[] };
    for (const one of cases.filter((other) => other.category === category)) {
      const { id, outcome, expected, actual, note } = await runCase(one, subject);
      if (outcome === "pass") counts.passed += 1;
      else if (outcome !== "not-applicable") counts.others.push({ id, outcome, expected, actual, note });
    }
    expect(counts.others).toEqual([]);
    expect(counts.passed).toBeGreaterThan(0);
  });
});

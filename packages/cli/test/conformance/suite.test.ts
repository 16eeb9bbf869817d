import { listCases, runCase } from "@roompass/conformance";
import { describe, expect, it } from "vitest";
import { subjects } from "./subjects.ts";

describe.each(subjects)("the suite on $adapter.displayName", (subject) => {
  const cases = listCases(subject).map((one) => [one.id, one.comment, one] as const);

  it.each(cases)("%s – %s", async (_id, _comment, one) => {
    const { outcome, expected, actual, note } = await runCase(one, subject);
    if (outcome === "not-applicable") return;
    expect(actual, note).toEqual(expected);
    expect({ outcome, note }).toEqual({ outcome: "pass", note: undefined });
  });
});

import { describe, expect, it } from "vitest";
import { type GoldenSubject, goldenCases } from "../../conformance/testing/run-golden.ts";
import { createMetered, metered } from "./index.js";
import type { MeteredGrantInput } from "./properties.js";

const subject: GoldenSubject = {
  adapter: metered,
  plan: (grant, { tenant, secret, now }) =>
    createMetered({ appName: tenant, secretKey: secret, clock: () => now }).plan(grant as MeteredGrantInput),
};

describe.each(["decode", "encode"] as const)("golden vectors: %s", (category) => {
  const cases = goldenCases(subject, category).map((test) => [test.id, test.comment, test] as const);
  it.each(cases)("%s – %s", async (_id, _comment, { run }) => {
    const { actual, expected } = await run();
    expect(actual).toEqual(expected);
  });
});

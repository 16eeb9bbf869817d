import { describe, expect, it } from "vitest";
import { type GoldenSubject, goldenCases } from "../../conformance/testing/run-golden.ts";
import { daily } from "./adapter.js";
import type { DailyGrantInput } from "./properties.js";
import { createDaily, type DailySettings } from "./provider.js";

const settingsOf = (tenant: string, secret: string, now: number): DailySettings => ({
  apiKey: secret,
  domainId: tenant,
  clock: () => now,
});

const subject: GoldenSubject = {
  adapter: daily,
  sign: (grant, { tenant, secret, now }) =>
    createDaily(settingsOf(tenant, secret, now)).issue(grant as DailyGrantInput),
  plan: (grant, { tenant, secret, now }) => createDaily(settingsOf(tenant, secret, now)).plan(grant as DailyGrantInput),
};

describe.each(["decode", "encode"] as const)("golden vectors: %s", (category) => {
  const cases = goldenCases(subject, category).map((test) => [test.id, test.comment, test] as const);
  it.each(cases)("%s – %s", async (_id, _comment, { run }) => {
    const { actual, expected } = await run();
    expect(actual).toEqual(expected);
  });
});

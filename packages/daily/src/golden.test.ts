import { describe, expect, it } from "vitest";
import { type GoldenSubject, goldenCases } from "../../conformance/testing/run-golden.ts";
import type { DailyGrantInput } from "./properties.js";
import { createDaily, type DailySettings } from "./provider.js";
import { daily } from "./adapter.js";

const settingsOf = (tenant: string, secret: string, now: number): DailySettings => ({
  apiKey: secret,
  domainId: tenant,
  clock: () => now,
});

const subject: GoldenSubject = {
  adapter: daily,
  sign: (grant, { tenant, secret, now }) => createDaily(settingsOf(tenant, secret, now)).issue(grant as DailyGrantInput),
  plan: (grant, { tenant, secret, now }) => createDaily(settingsOf(tenant, secret, now)).plan(grant as DailyGrantInput),
};

describe.each(["decode", "encode"] as const)("golden vectors: %s", (category) => {
  it.each(goldenCases(subject, category))("$id: $comment", async ({ run }) => {
    const { actual, expected } = await run();
    expect(actual).toEqual(expected);
  });
});

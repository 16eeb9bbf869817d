import { describe, expect, it } from "vitest";
import { dailyBounds } from "./tables/daily-bounds-rows.ts";
import { dailyEveryday } from "./tables/daily-everyday-rows.ts";
import { dailyPolicies } from "./tables/daily-policy-rows.ts";
import { dailyRights } from "./tables/daily-rights-rows.ts";
import { meteredRows } from "./tables/metered-rows.ts";
import { outcomeOf, type Row } from "./tables/row.ts";
import { videosdkRows } from "./tables/videosdk-rows.ts";
import { workedExamples } from "./tables/worked-examples.ts";
import { attempt, inspected, type Vendor } from "./vendors.ts";

const tables: Readonly<Record<string, readonly Row[]>> = {
  "every worked example of the model": workedExamples,
  "Daily's everyday tokens": dailyEveryday,
  "Daily's tokens by where and when they are good": dailyBounds,
  "Daily's tokens that give or withhold single rights": dailyRights,
  "Daily's tokens that need the caller": dailyPolicies,
  "Metered's tokens": meteredRows,
  "VideoSDK's tokens": videosdkRows,
};

describe.each(Object.entries(tables))("%s", (_, rows) => {
  const cases = rows.flatMap((row) =>
    Object.entries(row.becomes).map(([to, expected]) => ({ ...row, to: to as Vendor, expected })),
  );

  it.each(cases)("$from to $to: $name", ({ from, to, claims, policy, expected }) => {
    expect(outcomeOf(attempt(inspected(from, claims), to, policy))).toEqual(expected);
  });
});

describe("the table", () => {
  const rows = Object.values(tables).flat();

  it("has all six ordered pairs of at least forty tokens", () => {
    const translations = rows.flatMap(({ from, becomes }) => Object.keys(becomes).map((to) => `${from} to ${to}`));
    const perPair = (pair: string): number => translations.filter((one) => one === pair).length;
    const counts = Object.fromEntries([...new Set(translations)].sort().map((pair) => [pair, perPair(pair)]));
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect(counts).toMatchInlineSnapshot(`
      {
        "daily to metered": 48,
        "daily to videosdk": 49,
        "metered to daily": 19,
        "metered to videosdk": 16,
        "videosdk to daily": 20,
        "videosdk to metered": 17,
      }
    `);
  });

  it("names every row once for each vendor", () => {
    const names = rows.map(({ from, name, becomes }) => `${from}: ${name} to ${Object.keys(becomes).join()}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

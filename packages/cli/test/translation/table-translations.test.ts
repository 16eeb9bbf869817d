import { describe, expect, it } from "vitest";
import { dailyLimitsToLivekit } from "./tables/daily-limits-to-livekit-rows.ts";
import { dailyToLivekit } from "./tables/daily-to-livekit-rows.ts";
import { livekitBounds } from "./tables/livekit-bounds-rows.ts";
import { livekitRights } from "./tables/livekit-rights-rows.ts";
import { livekitSending } from "./tables/livekit-sending-rows.ts";
import { meteredToLivekit } from "./tables/metered-to-livekit-rows.ts";
import { outcomeOf, type Row } from "./tables/row.ts";
import {
  dailyBounds,
  dailyEveryday,
  dailyInDoubt,
  dailyPolicies,
  dailyRights,
  meteredInRooms,
  meteredRows,
  videosdkRows,
  workedExamples,
} from "./tables/vector-rows.ts";
import { videosdkToLivekit } from "./tables/videosdk-to-livekit-rows.ts";
import { attempt, inspected, type Vendor } from "./vendors.ts";

const tables: Readonly<Record<string, readonly Row[]>> = {
  "every worked example of the model": workedExamples,
  "Daily's everyday tokens": dailyEveryday,
  "Daily's tokens by where and when they are good": dailyBounds,
  "Daily's tokens that give or withhold single rights": dailyRights,
  "Daily's tokens that deny in doubt, and the times of rooms": dailyInDoubt,
  "Daily's tokens that need the caller": dailyPolicies,
  "Metered's tokens": meteredRows,
  "Metered's tokens in rooms that are known": meteredInRooms,
  "VideoSDK's tokens": videosdkRows,
  "LiveKit's tokens by who sends what": livekitSending,
  "LiveKit's tokens that give or withhold single rights": livekitRights,
  "LiveKit's tokens by where and when they are good": livekitBounds,
  "Daily's tokens at LiveKit": dailyToLivekit,
  "Daily's tokens with limits at LiveKit": dailyLimitsToLivekit,
  "Metered's tokens at LiveKit": meteredToLivekit,
  "VideoSDK's tokens at LiveKit": videosdkToLivekit,
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

  it("has all twelve ordered pairs of at least a hundred tokens", () => {
    const translations = rows.flatMap(({ from, becomes }) => Object.keys(becomes).map((to) => `${from} to ${to}`));
    const perPair = (pair: string): number => translations.filter((one) => one === pair).length;
    const counts = Object.fromEntries([...new Set(translations)].sort().map((pair) => [pair, perPair(pair)]));
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(counts).toMatchInlineSnapshot(`
      {
        "daily to livekit": 28,
        "daily to metered": 53,
        "daily to videosdk": 54,
        "livekit to daily": 47,
        "livekit to metered": 47,
        "livekit to videosdk": 47,
        "metered to daily": 22,
        "metered to livekit": 15,
        "metered to metered": 2,
        "metered to videosdk": 19,
        "videosdk to daily": 19,
        "videosdk to livekit": 16,
        "videosdk to metered": 17,
      }
    `);
  });

  it("names every row once for each vendor", () => {
    const names = rows.map(({ from, name, becomes }) => `${from}: ${name} to ${Object.keys(becomes).join()}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

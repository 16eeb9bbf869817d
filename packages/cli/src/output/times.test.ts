import { describe, expect, it } from "vitest";
import { durationText, localTime, relativeTime } from "./times.js";

const now = 1_795_262_400;
const hour = 3600;
const day = 24 * hour;

describe("localTime", () => {
  it.each([
    ["UTC", "Sat 21 Nov 2026, 12:00:00 UTC"],
    ["Europe/Berlin", "Sat 21 Nov 2026, 13:00:00 GMT+1"],
    ["Asia/Kolkata", "Sat 21 Nov 2026, 17:30:00 GMT+5:30"],
  ])("shows a time in %s", (timeZone, expected) => {
    expect(localTime(now, timeZone)).toBe(expected);
  });

  it("writes midnight as 00, not as 24", () => {
    expect(localTime(now + 12 * hour, "UTC")).toBe("Sun 22 Nov 2026, 00:00:00 UTC");
  });

  it("does not fail beyond the last date", () => {
    expect(localTime(1e15, "UTC")).toBe("second 1000000000000000");
    expect(localTime(Number.NaN, "UTC")).toBe("second NaN");
  });
});

describe("relativeTime", () => {
  it.each([
    [0, "now"],
    [1, "in 1 second"],
    [119, "in 119 seconds"],
    [120, "in 2 minutes"],
    [3599, "in 59 minutes"],
    [3600, "in 1 hour"],
    [5400, "in 90 minutes"],
    [25 * hour, "in 25 hours"],
    [day, "in 1 day"],
    [59 * day + 5, "in 59 days"],
    [70 * day + 1, "in 2 months"],
    [3 * 365 * day + 1, "in 2 years"],
    [-90, "90 seconds ago"],
    [-3 * hour, "3 hours ago"],
  ])("tells a distance of %i seconds", (distance, expected) => {
    expect(relativeTime(now + distance, now)).toBe(expected);
  });

  it("never rounds up: what ends in 119 minutes and 59 seconds does not end in 2 hours", () => {
    expect(relativeTime(now + 7199, now)).toBe("in 119 minutes");
  });
});

it.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [5400, "1 hour 30 minutes"],
  [90061, "1 day 1 hour 1 minute 1 second"],
])("tells %i seconds in words", (seconds, expected) => {
  expect(durationText(seconds)).toBe(expected);
});

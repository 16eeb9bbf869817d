import { expect, it } from "vitest";
import { clockTime, durationText, relativeTime } from "./times.js";

it("tells an instant in the given time zone", () => {
  expect(clockTime(1_864_081_538, "UTC")).toBe("Fri 26 Jan 2029, 00:25:38 UTC");
  expect(clockTime(1e15, "UTC")).toBe("second 1000000000000000");
  expect(clockTime(Number.NaN, "UTC")).toBe("second NaN");
});

it.each([
  [0, "now"],
  [59, "in 59 seconds"],
  [3600, "in 60 minutes"],
  [-86_400, "24 hours ago"],
  [10 * 86_400, "in 10 days"],
  [-4 * 365.2425 * 86_400, "4 years ago"],
  [Number.POSITIVE_INFINITY, "never"],
])("tells a distance of %d seconds as %s", (distance, text) => {
  expect(relativeTime(1_800_000_000 + distance, 1_800_000_000)).toBe(text);
});

it.each([
  [0, "0 seconds"],
  [-5, "0 seconds"],
  [5400, "1 hour 30 minutes"],
  [90_061, "1 day 1 hour"],
  [800 * 86_400 + 3600, "2 years 70 days"],
])("tells %d seconds as %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

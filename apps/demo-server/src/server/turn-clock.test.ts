import { expect, it } from "vitest";
import { TurnClock } from "./turn-clock.js";

it("counts from the first call of a turn, and anew in the next one", () => {
  let now = 100;
  const ends: (() => void)[] = [];
  const clock = new TurnClock({ now: () => now, atEndOfTurn: (callback) => void ends.push(callback) });
  expect(clock.elapsed).toBe(0);
  now = 130;
  expect(clock.elapsed).toBe(30);
  now = 180;
  expect(clock.elapsed).toBe(80);
  expect(ends).toHaveLength(1);
  ends.shift()?.();
  now = 500;
  expect(clock.elapsed).toBe(0);
  expect(ends).toHaveLength(1);
});

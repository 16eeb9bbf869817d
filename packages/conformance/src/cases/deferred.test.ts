import { expect, it } from "vitest";
import { deferred, isNothing } from "./deferred.js";

it("makes a value once, and throws only when it is asked for", () => {
  let times = 0;
  const made = deferred(() => {
    times += 1;
    return times;
  });
  expect([made(), made(), times]).toEqual([1, 1, 1]);
  const broken = deferred((): number => {
    throw new TypeError("x");
  });
  expect(broken).toThrow(TypeError);
  expect([isNothing(broken), isNothing(made), isNothing(deferred(() => undefined))]).toEqual([false, false, true]);
});

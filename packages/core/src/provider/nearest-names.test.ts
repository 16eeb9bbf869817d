import { describe, expect, it } from "vitest";
import { grantLimits } from "../grant/limits.js";
import { nearestOfFirst } from "./nearest-names.js";

describe("names from outside", () => {
  it("are guessed at while they are few, each as often as it takes", () => {
    const nearest = nearestOfFirst();
    for (let index = 0; index < grantLimits.suggestions; index += 1) {
      expect(nearest(`roomNam${index}`, ["roomName"])).toBe("roomName");
      expect(nearest(`roomNam${index}`, ["rooms"])).toBeUndefined();
      expect(nearest(`roomNam${index}`, ["roomNames"])).toBe("roomNames");
    }
    expect(nearest("roomNam", ["roomName"])).toBeUndefined();
    expect(nearest("roomName", ["roomName"])).toBeUndefined();
  });

  it("are not looked at letter by letter beyond that", () => {
    const nearest = nearestOfFirst();
    for (let index = 0; index < grantLimits.suggestions; index += 1) nearest(`x${index}`, ["y"]);
    const untouched: Iterable<string> = {
      [Symbol.iterator]: () => {
        throw new Error("They were looked at.");
      },
    };
    expect(nearest("one more", untouched)).toBeUndefined();
  });

  it("are counted anew for each reader", () => {
    for (let index = 0; index <= grantLimits.suggestions; index += 1)
      expect(nearestOfFirst()("roomNam", ["roomName"])).toBe("roomName");
  });
});

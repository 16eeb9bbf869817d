import { describe, expect, it } from "vitest";
import * as core from "./index.js";
import * as kit from "./kit.js";
import { notFrozenIn } from "./testing/not-frozen.js";

/** A list that one caller empties would be empty for everybody in the process. */
describe.each([
  ["@roompass/core", core],
  ["@roompass/core/kit", kit],
])("%s", (_name, exported) => {
  const values = Object.entries(exported).filter(([, value]) => typeof value !== "function");

  it("exports lists and tables", () => {
    expect(values.length).toBeGreaterThan(1);
  });

  it.each(values)("has a frozen %s", (name, value) => {
    expect(notFrozenIn(value, name)).toEqual([]);
  });
});

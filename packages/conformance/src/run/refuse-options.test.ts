import { expect, it } from "vitest";
import { refuseUnknownOptions } from "./refuse-options.js";

it("takes what is known", () => {
  expect(() => refuseUnknownOptions({ seed: 1 }, ["seed", "own"], "The suite")).not.toThrow();
});

it.each(["skip", "skipCases", "only", "exclude", "ignore"])("says that nothing can be switched off by `%s`", (name) => {
  expect(() => refuseUnknownOptions({ [name]: [] }, ["seed"], "The suite")).toThrow(
    `The suite has no option \`${name}\`: nothing can be switched off.`,
  );
});

it("names what there is otherwise", () => {
  expect(() => refuseUnknownOptions({ sed: 1 }, ["seed", "own"], "The suite")).toThrow("it takes `seed`, `own`.");
});

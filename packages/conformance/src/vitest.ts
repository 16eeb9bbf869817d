import { describe, expect, test } from "vitest";
import { type DoorOptions, failureText, openDoor } from "./doors/door.js";

export type { DoorOptions } from "./doors/door.js";

/**
 * Runs the suite inside vitest: one `describe` for each category, one test for each id, so that `-t core.time` works.
 * What an adapter does not offer is skipped with the reason, and so is what does not hold and is only recommended: it
 * counts as skipped and never as passed. A test fails exactly where the command would not conform. The result stands in
 * `task.meta.conformance`.
 *
 * @param subject An adapter, or `{ adapter, issue, plan, verify }`.
 * @throws TypeError for an option that does not exist.
 */
export function describeConformance(subject: unknown, options: DoorOptions = {}): void {
  const door = openDoor(subject, options);
  describe(`conformance of ${door.name}`, () => {
    test("the baseline file lists only what may be listed", () => {
      expect(door.baselineProblems).toEqual([]);
    });
    for (const [category, cases] of door.byCategory) {
      if (cases.length === 0) continue;
      describe(category, () => {
        for (const one of cases) {
          test(`${one.id} – ${one.comment}`, async ({ skip, task }) => {
            const { case: _, ...result } = await door.run(one);
            (task.meta as { conformance?: typeof result }).conformance = result;
            if (result.verdict === "told") skip(result.reason);
            if (result.verdict === "fails") expect.fail(failureText({ ...result, case: one }));
          });
        }
      });
    }
  });
}

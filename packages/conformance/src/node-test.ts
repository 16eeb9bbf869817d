import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type DoorOptions, failureText, openDoor } from "./doors/door.js";

export type { DoorOptions } from "./doors/door.js";

const fine: ReadonlySet<string> = new Set(["pass", "known-failure"]);

/**
 * Runs the suite inside `node:test`, and inside what speaks like it: one suite for each category, one test for each id.
 * What an adapter does not offer is skipped with the reason.
 *
 * @param subject An adapter, or `{ adapter, issue, plan, verify }`.
 * @throws TypeError for an option that does not exist.
 */
export function testConformance(subject: unknown, options: DoorOptions = {}): void {
  const door = openDoor(subject, options);
  describe(`conformance of ${door.name}`, () => {
    test("the baseline file lists only what may be listed", () => {
      assert.deepEqual(door.baselineProblems, []);
    });
    for (const [category, cases] of door.byCategory) {
      if (cases.length === 0) continue;
      describe(category, () => {
        for (const one of cases) {
          test(`${one.id} – ${one.comment}`, async (context) => {
            const result = await door.run(one);
            if (result.outcome === "not-applicable") context.skip(result.note);
            else assert.ok(fine.has(result.outcome), failureText(result));
          });
        }
      });
    }
  });
}

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type DoorOptions, failureText, openDoor } from "./doors/door.js";
import { guardExit } from "./run/guard-exit.js";

export type { DoorOptions } from "./doors/door.js";

/**
 * Runs the suite inside `node:test`, and inside what speaks like it: one suite for each category, one test for each id.
 * What an adapter does not offer is skipped with the reason, and so is what does not hold and is only recommended. A test
 * fails exactly where the command would not conform.
 *
 * @param subject An adapter, or `{ adapter, issue, plan, verify }`.
 * @throws TypeError for an option that does not exist.
 */
export function testConformance(subject: unknown, options: DoorOptions = {}): void {
  const door = openDoor(subject, options);
  describe(`conformance of ${door.name}`, () => {
    let release: (() => void) | undefined;
    before(() => {
      release = guardExit(process, (text) => process.stderr.write(text));
    });
    after(() => release?.());
    test("the baseline file lists only what may be listed", () => {
      assert.deepEqual(door.baselineProblems, []);
    });
    for (const [category, cases] of door.byCategory) {
      if (cases.length === 0) continue;
      describe(category, () => {
        for (const one of cases) {
          test(`${one.id} – ${one.comment}`, async (context) => {
            const result = await door.run(one);
            if (result.verdict === "told") context.skip(result.reason);
            if (result.verdict === "fails") assert.fail(failureText(result));
          });
        }
      });
    }
  });
}

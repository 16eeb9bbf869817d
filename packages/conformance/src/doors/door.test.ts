import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runSuite } from "../run/run-suite.js";
import { broken, madeCase, madeSubject } from "../testing/made-cases.js";
import { madeFolder } from "../testing/made-folder.js";
import type { VectorTest } from "../vectors/vector.js";
import { openDoor } from "./door.js";

const door = openDoor(madeSubject);

describe("the door of a test framework", () => {
  it.each([
    ["holds", madeCase("core.verify.a"), ""],
    ["fails", madeCase("core.verify.a", { seen: broken }), "MUST, fail"],
    ["told", madeCase("core.verify.a", { seen: broken, level: "SHOULD" }), "SHOULD, fail"],
    ["told", madeCase("core.verify.a", { seen: broken, level: "MAY" }), "MAY, fail"],
    ["told", madeCase("core.verify.a", { requires: ["issue.api"] }), "not offered: issue.api"],
    ["told", madeCase("core.verify.a", { since: 2, seen: broken }), "came after revision 1; the outcome would be fail"],
  ] as const)("%s where the command says so", async (verdict, one, reason) => {
    expect(await door.run(one)).toMatchObject({ verdict, reason });
    const { results } = await runSuite(madeSubject, { casesOf: () => [one] });
    expect(results[0]?.outcome).toBe((await door.run(one)).outcome);
  });

  it("lists what a revision asks for, and nothing that it has given up", () => {
    const vector = (id: string, until?: number): VectorTest => ({
      id,
      comment: "made",
      suite: "vendor/reference",
      flags: [],
      notes: {},
      keys: {},
      level: "MUST",
      since: 1,
      ...(until === undefined ? {} : { until }),
      requires: [],
      category: "decode",
      input: { op: "decode", now: 1, claims: {} },
      expect: { outcome: "ok" },
    });
    const own = [vector("reference.decode.now"), vector("reference.decode.gone", 0)];
    const ids = openDoor(madeSubject, { own }).byCategory.flatMap(([, cases]) => cases.map(({ id }) => id));
    expect(ids).toContain("reference.decode.now");
    expect(ids).not.toContain("reference.decode.gone");
  });

  it("fails for a case on the list that passes, and that fails otherwise than listed, at every level", async () => {
    const path = join(madeFolder({}), "baseline.json");
    const id = "core.manifest.example";
    const listing = (code?: string) =>
      writeFileSync(
        path,
        JSON.stringify({
          formatVersion: 1,
          entries: [{ id, issue: "https://example.org/1", ...(code === undefined ? {} : { code }) }],
        }),
      );
    listing();
    const should = { level: "SHOULD", category: "manifest" } as const;
    const withList = openDoor(madeSubject, { baseline: path });
    expect((await withList.run(madeCase(id, should))).verdict).toBe("fails");
    expect((await withList.run(madeCase(id, { ...should, seen: broken }))).verdict).toBe("holds");
    listing("grant.limit");
    const other = openDoor(madeSubject, { baseline: path });
    expect((await other.run(madeCase(id, { ...should, seen: broken }))).verdict).toBe("fails");
  });

  it("has no option that the command has not", () => {
    expect(() => openDoor(madeSubject, { skip: ["core.verify.a"] } as never)).toThrow(TypeError);
  });
});

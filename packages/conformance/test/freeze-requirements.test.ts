import { describe, expect, it } from "vitest";
import { recordFor, requirementsOf } from "../scripts/freeze-requirements.mjs";
import { frozenProblems } from "../scripts/frozen-revisions.mjs";
import { allProblems } from "../scripts/lint-vectors.mjs";

const keys = [{ id: "k", text: "TEST-ONLY-k" }];
const test = (id: string, expected: unknown = "ok") => ({
  id,
  comment: "a comment",
  input: { key: "k", a: 1 },
  expect: { outcome: expected },
});
type Test = ReturnType<typeof test>;
const group = (since: number, tests: readonly Test[], others: { until?: number; level?: string } = {}) => ({
  since,
  level: "MUST",
  requires: [],
  input: {},
  tests,
  ...others,
});
type Group = ReturnType<typeof group>;
const file = (path: string, groups: readonly Group[], text = keys) => ({
  path,
  content: { now: 1, keys: text, groups },
});

const later = group(2, [test("core.new")]);
const ended = group(1, [test("core.a")], { until: 1 });
const files = [file("core/b.json", [group(1, [test("core.b")]), later]), file("core/a.json", [ended])];
const frozen = requirementsOf(files, 1);
const record = recordFor(frozen, files);
const problems = (changed: typeof files, retired: readonly string[] = [], requirements = frozen) =>
  frozenProblems(requirements, record, changed, retired);

/** The files with another `core.b`. */
const withB = (b: Group, text = keys) => [file("core/b.json", [b, later], text), file("core/a.json", [ended])];

describe("the requirements", () => {
  it("are the ids that a revision has, in order", () => {
    expect(frozen).toEqual({ formatVersion: 1, revision: 1, ids: ["core.a", "core.b"] });
    expect(requirementsOf(files, 2).ids).toEqual(["core.b", "core.new"]);
  });

  it("hold as long as the listed vectors ask for the same", () => {
    expect(problems(files)).toEqual([]);
    expect(problems(withB(group(1, [{ ...test("core.b"), comment: "told otherwise" }, test("core.more")])))).toEqual(
      [],
    );
  });

  it("miss what is gone", () => {
    expect(problems([file("core/a.json", [ended])])).toEqual(["core.b: revision 1 asks for it, and it is gone"]);
  });

  it.each([
    ["expects something else", withB(group(1, [test("core.b", "error")]))],
    ["starts from something else", withB(group(1, [{ ...test("core.b"), input: { key: "k", a: 2 } }]))],
    ["counts for less", withB(group(1, [test("core.b")], { level: "SHOULD" }))],
    ["is signed with another key", withB(group(1, [test("core.b")]), [{ id: "k", text: "TEST-ONLY-other" }])],
  ])("see a vector that %s", (_what, changed) => {
    expect(problems(changed)).toEqual(["core.b: revision 1 is frozen, and the vector asks for something else"]);
  });

  it("let a vector go only with a reason", () => {
    const without = { ...frozen, ids: ["core.a"] };
    const changed = [file("core/a.json", [ended])];
    expect(problems(changed, ["core.b"], without)).toEqual([]);
    expect(problems(changed, [], without)).toEqual([
      "core.b: revision 1 asked for it, and retired.json does not say why it no longer does",
    ]);
  });

  it("hold for the vectors as they are", () => {
    expect(allProblems()).toEqual([]);
  });
});

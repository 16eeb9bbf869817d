import { describe, expect, it } from "vitest";
import type { Case } from "../cases/case.js";
import { broken, madeCase, reportOf } from "../testing/made-cases.js";
import { type BaselineEntry, BaselineError, parseBaseline, unsaidIssue } from "./baseline.js";

const issue = "https://example.org/1";
const refused = (code: string) => ({ ...broken, code });

async function judged(cases: readonly Case[], ...entries: readonly BaselineEntry[]) {
  const {
    conforms,
    conformsTo,
    baseline,
    cases: results,
  } = await reportOf(cases, {
    baseline: { formatVersion: 1, entries: [...entries] },
  });
  return { conforms, conformsTo, problems: baseline?.problems, outcomes: results.map(({ outcome }) => outcome) };
}

const failing = madeCase("core.a", { seen: broken });

describe("a failure", () => {
  it("that is listed does not fail the run, and leaves nothing to claim", async () => {
    expect(await judged([failing, madeCase("core.b")], { id: "core.a", issue })).toEqual({
      conforms: true,
      conformsTo: undefined,
      problems: [],
      outcomes: ["known-failure", "pass"],
    });
  });

  it("that is not listed fails the run", async () => {
    expect(await judged([failing, madeCase("core.b", { seen: broken })], { id: "core.a", issue })).toMatchObject({
      conforms: false,
      problems: [],
      outcomes: ["known-failure", "fail"],
    });
  });

  it.each(["SHOULD", "MAY", "MUST"] as const)("of %s with another code than listed fails the run", async (level) => {
    const one = madeCase("core.a", { level, seen: refused("token.malformed") });
    const result = await judged([one], { id: "core.a", code: "token.expired", issue });
    expect(result).toMatchObject({ conforms: false, outcomes: ["fail"] });
    expect(result.problems).toEqual([
      "core.a: is on the baseline's list with token.expired, and fails with token.malformed",
    ]);
  });

  it("without a code where one is listed fails the run", async () => {
    const result = await judged([failing], { id: "core.a", code: "token.expired", issue });
    expect(result.problems).toEqual(["core.a: is on the baseline's list with token.expired, and fails with no code"]);
  });

  it("with the code that is listed, or any where none is, is known", async () => {
    const one = madeCase("core.a", { seen: refused("token.expired") });
    expect((await judged([one], { id: "core.a", code: "token.expired", issue })).conforms).toBe(true);
    expect((await judged([one], { id: "core.a", issue })).conforms).toBe(true);
  });

  it.each(["AUTH_BYPASS", "PRIVILEGE_WIDENING", "TIME", "SECRET_LEAK"] as const)(
    "of the kind %s cannot be listed",
    async (bugType) => {
      const one = madeCase("core.a", { bugType, level: "SHOULD", seen: broken });
      const result = await judged([one], { id: "core.a", issue });
      expect(result).toMatchObject({ conforms: false, outcomes: ["fail"] });
      expect(result.problems).toEqual([`core.a: a failure of the kind ${bugType} cannot be put on the list`]);
    },
  );
});

describe("an entry", () => {
  it.each(["SHOULD", "MUST"] as const)("whose case of %s passes fails the run", async (level) => {
    const result = await judged([madeCase("core.a", { level })], { id: "core.a", issue });
    expect(result).toMatchObject({ conforms: false, outcomes: ["unexpected-pass"] });
    expect(result.problems).toEqual(["core.a: is on the baseline's list and does not fail; take it off the list"]);
  });

  it("whose case does not apply fails the run, too", async () => {
    const one = madeCase("core.a", { requires: ["issue.api"] });
    expect(await judged([one], { id: "core.a", issue })).toMatchObject({
      conforms: false,
      outcomes: ["unexpected-pass"],
    });
  });

  it("of a case that is not scored is neither", async () => {
    const result = await judged([madeCase("core.a", { since: 2 })], { id: "core.a", issue });
    expect(result).toMatchObject({ conforms: true, outcomes: ["not-scored"], problems: [] });
  });

  it("with an id that there is not fails the run; ids are no patterns", async () => {
    const result = await judged([failing], { id: "core.*", issue });
    expect(result.conforms).toBe(false);
    expect(result.problems).toEqual(["core.*: there is no such case; take it off the list"]);
  });

  it("of a case outside the filter is left alone", async () => {
    const baseline = { formatVersion: 1 as const, entries: [{ id: "core.a", issue }] };
    const report = await reportOf([failing, madeCase("core.b")], { baseline, filter: { id: "core.b" } });
    expect(report).toMatchObject({ conforms: true, baseline: { problems: [] } });
  });

  it("counts on its last day, and no longer", async () => {
    expect((await judged([failing], { id: "core.a", issue, until: "2026-11-21" })).conforms).toBe(true);
    const ended = await judged([failing], { id: "core.a", issue, until: "2026-11-20" });
    expect(ended).toMatchObject({ conforms: false, problems: ["core.a: the entry ended on 2026-11-20"] });
  });

  it("that is listed twice fails the run", async () => {
    expect((await judged([failing], { id: "core.a", issue }, { id: "core.a", issue })).problems).toEqual([
      "core.a: it is listed twice",
    ]);
  });

  it("that does not say where it is being mended fails the run", async () => {
    expect(await judged([failing], { id: "core.a", issue: unsaidIssue })).toMatchObject({
      conforms: false,
      problems: ["core.a: say under `issue` where it is being mended"],
      outcomes: ["fail"],
    });
  });
});

describe("a baseline file", () => {
  it.each([
    ["no object", []],
    ["another version", { formatVersion: 2, entries: [] }],
    ["an entry without an issue", { formatVersion: 1, entries: [{ id: "core.a" }] }],
    ["an empty issue", { formatVersion: 1, entries: [{ id: "core.a", issue: "" }] }],
    ["a member that there is not", { formatVersion: 1, entries: [{ id: "core.a", issue, level: "MUST" }] }],
    ["an end that is no day", { formatVersion: 1, entries: [{ id: "core.a", issue, until: "soon" }] }],
  ])("with %s is none", (_what, value) => {
    expect(() => parseBaseline(value)).toThrow(BaselineError);
  });

  it("is read", () => {
    const value = { formatVersion: 1, entries: [{ id: "core.a", code: "token.expired", issue, until: "2027-01-31" }] };
    expect(parseBaseline(value)).toEqual(value);
  });
});

import { describe, expect, it } from "vitest";
import type { Case } from "../cases/case.js";
import { broken, madeCase, madeSubject } from "../testing/made-cases.js";
import { isRequired } from "../vectors/requirements.js";
import type { VectorTest } from "../vectors/vector.js";
import { runCase } from "./run-case.js";
import { NoCaseError, runSuite, type SuiteOptions, selectCases } from "./run-suite.js";

const ids = (cases: readonly { readonly id: string }[]): readonly string[] => cases.map(({ id }) => id);

const cases: readonly Case[] = [
  madeCase("core.manifest.a", { category: "manifest" }),
  madeCase("core.time.a", { category: "time" }),
  madeCase("core.time.a-b", { category: "time" }),
  madeCase("core.widening.a", { category: "widening" }),
];

describe("a filter", () => {
  it.each([
    [{}, ids(cases)],
    [{ profile: "issue" }, ["core.manifest.a"]],
    [{ profile: "verify" }, ["core.manifest.a", "core.time.a", "core.time.a-b"]],
    [{ category: "widening" }, ["core.widening.a"]],
    [{ id: "core.time" }, ["core.time.a", "core.time.a-b"]],
    [{ id: "core.time.a" }, ["core.time.a"]],
    [{ id: "time" }, []],
    [{ category: "time", profile: "issue" }, []],
  ] as const)("%j leaves %j", (filter, left) => {
    expect(ids(selectCases(cases, filter, 1))).toEqual(left);
  });

  it("leaves out what the revision has given up", () => {
    const gone = madeCase("core.old", { vector: { until: 1 } as VectorTest });
    expect(ids(selectCases([gone], {}, 1))).toEqual(["core.old"]);
    expect(ids(selectCases([gone], {}, 2))).toEqual([]);
  });
});

describe("a run", () => {
  it("runs cases one after the other, in their order", async () => {
    const seen: string[] = [];
    const slow = (id: string) =>
      madeCase(id, {
        seen: async () => {
          seen.push(`${id} begins`);
          await Promise.resolve();
          seen.push(`${id} ends`);
          return broken;
        },
      });
    await runSuite(madeSubject, { casesOf: () => [slow("core.a"), slow("core.b")] });
    expect(seen).toEqual(["core.a begins", "core.a ends", "core.b begins", "core.b ends"]);
  });

  it("takes no outcome from the subject itself", async () => {
    const takeIncident = () => ({ outcome: "pass" as never, note: "", isFinal: false });
    const one = madeCase("core.a", { seen: broken });
    const given = { ...madeSubject, program: { takeIncident, answersUnoffered: () => [] } };
    const { results } = await runSuite(given, { casesOf: () => [one] });
    expect(results[0]?.outcome).toBe("fail");
    expect((await runCase(one, given)).outcome).toBe("error");
  });

  it("is an error where a filter leaves nothing, and none where there is no filter", async () => {
    const started = runSuite(madeSubject, { casesOf: () => cases, filter: { id: "nope" } });
    const error = await started.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoCaseError);
    expect((error as NoCaseError).ids).toEqual(ids(cases));
    expect((await runSuite(madeSubject, { casesOf: () => [] })).results).toEqual([]);
  });

  it("is whole without a filter alone", async () => {
    const run = (options: SuiteOptions) => runSuite(madeSubject, { casesOf: () => cases, ...options });
    expect((await run({})).isWhole).toBe(true);
    expect((await run({ filter: { id: "core" } })).isWhole).toBe(false);
  });

  it.each(["skip", "only", "exclude", "format"])("throws for the option `%s`", async (name) => {
    await expect(runSuite(madeSubject, { [name]: [] })).rejects.toThrow(TypeError);
  });

  it("runs what came later, and does not score it", async () => {
    const later = madeCase("core.later", { since: 2, seen: broken });
    const { results } = await runSuite(madeSubject, { casesOf: () => [later], revision: 1 });
    expect(results[0]).toMatchObject({
      outcome: "not-scored",
      note: "came after revision 1; the outcome would be fail",
      expected: broken.expected,
    });
  });
});

describe("what a frozen revision asks for", () => {
  const frozen = new Set(["core.listed"]);
  const vector = (id: string, made = id): Case => madeCase(made, { vector: { id } as VectorTest });
  const nothing: ReadonlySet<string> = new Set();

  it("are the vectors that it lists, and no others", () => {
    expect(isRequired(vector("core.listed"), 1, frozen, nothing)).toBe(true);
    expect(isRequired(vector("core.new"), 1, frozen, nothing)).toBe(false);
  });

  it("are the cases that are made of such a vector, under names of their own", () => {
    const madeOf = (id: string) => vector(id, `core.secrets.${id}`);
    expect(isRequired(madeOf("core.listed"), 1, frozen, nothing)).toBe(true);
    expect(isRequired(madeOf("core.new"), 1, frozen, nothing)).toBe(false);
    expect(isRequired(madeOf("made.own"), 1, frozen, new Set(["made.own"]))).toBe(true);
  });

  it("are generated cases by the revision that brought them: their names depend on the adapter", () => {
    expect(isRequired(madeCase("core.generated"), 1, frozen, nothing)).toBe(true);
    expect(isRequired(madeCase("core.generated", { since: 2 }), 1, frozen, nothing)).toBe(false);
  });

  it("are the vectors of the adapter's package always", () => {
    expect(isRequired(vector("made.own"), 1, frozen, new Set(["made.own"]))).toBe(true);
  });
});

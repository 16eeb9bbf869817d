import { describe, expect, it } from "vitest";
import { reportPath, reportProblems } from "../scripts/lib/published-reports.mjs";
import { reached } from "../src/report/reached.ts";

const group = (ids: readonly string[], more: object = {}) => ({
  since: 1,
  input: {},
  tests: ids.map((id) => ({ id, input: {}, expect: { outcome: "ok" } })),
  ...more,
});

const fileOf = (suite: string, category: string, groups: readonly object[]) => ({
  path: `${suite}/${category}.json`,
  content: { suite, category, now: 1, groups },
});

const current = {
  version: "1.2.0",
  digest: "a".repeat(64),
  files: [
    fileOf("core", "time", [
      group(["core.time.a", "core.time.b"]),
      group(["core.time.not-here"], { except: ["acme"] }),
      group(["core.time.later"], { since: 2 }),
      group(["core.time.gone"], { until: 0 }),
    ]),
    fileOf("core", "verify", [group(["core.verify.a"])]),
    fileOf("vendor/acme", "decode", [group(["acme.decode.a"])]),
    fileOf("vendor/kazoo", "decode", [group(["kazoo.decode.a"])]),
  ],
  retired: ["core.time.retired"],
  requirements: new Map<number, ReadonlySet<string>>(),
  reached,
};

const one = (id: string, category = id.split(".")[1] as string, outcome = "pass") => ({
  id,
  category,
  level: "MUST",
  outcome,
});
type MadeCase = ReturnType<typeof one>;

const generated = ["manifest", "purity", "secrets", "translate", "widening"].map((name) => one(`core.${name}.made`));
const whole: readonly MadeCase[] = [
  ...generated,
  one("core.manifest.example"),
  one("core.verify.a"),
  one("core.time.a"),
  one("core.time.b", "time", "not-applicable"),
  one("acme.decode.a"),
];

function totalsOf(cases: readonly MadeCase[]) {
  const totals: Record<string, Record<string, Record<string, number>>> = { limits: {} };
  for (const { category, level, outcome } of cases) {
    totals[category] ??= {};
    const levels = totals[category];
    levels[level] ??= {};
    const counts = levels[level];
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return totals;
}

function problemsOf(cases: readonly MadeCase[], changes: object = {}, path = "acme/roompass-acme@3.0.0.json") {
  const content = {
    suite: { version: "1.2.0", vectors: current.digest },
    adapter: { vendor: "acme", name: "@roompass/acme", version: "3.0.0" },
    revision: 1,
    totals: totalsOf(cases),
    conforms: true,
    conformsTo: "translate",
    cases,
    ...changes,
  };
  return reportProblems({ path, content }, current).map((text: string) => text.replace(`${path}: `, ""));
}

describe("a published report", () => {
  it("holds when it is whole and says what its cases say", () => {
    expect(problemsOf(whole)).toEqual([]);
  });

  it("may have vectors of the adapter's package, as many as it says", () => {
    const suite = { version: "1.2.0", vectors: current.digest, ownVectors: 1 };
    expect(problemsOf([...whole, one("acme.encode.own")], { suite })).toEqual([]);
    expect(problemsOf([...whole, one("acme.encode.own")])).toEqual([
      "has 1 vectors of the adapter's package, and says 0",
    ]);
  });

  it("holds for vectors of another version without a look at them", () => {
    const suite = { version: "1.1.0", vectors: "b".repeat(64) };
    expect(
      problemsOf(
        whole.filter(({ id }) => id !== "core.time.a"),
        { suite },
      ),
    ).toEqual([]);
  });

  it("has only what a frozen revision asks for", () => {
    const frozen = { ...current, requirements: new Map([[1, new Set(["core.time.a", "core.verify.a"])]]) };
    const cases = whole.filter(({ id }) => id !== "core.time.b" && id !== "acme.decode.a");
    const content = {
      suite: { version: "1.2.0", vectors: current.digest },
      adapter: { vendor: "acme", name: "acme", version: "1.0.0" },
      revision: 1,
      totals: totalsOf(cases),
      conforms: true,
      conformsTo: "issue",
      cases,
    };
    expect(reportProblems({ path: "acme/acme@1.0.0.json", content }, frozen)).toEqual([]);
    expect(reportProblems({ path: "acme/acme@1.0.0.json", content }, current)).toHaveLength(2);
  });

  it.each<[what: string, cases: readonly MadeCase[], changes: object, problem: string]>([
    ["a required id is missing", whole.filter(({ id }) => id !== "core.time.b"), {}, "core.time.b: is missing"],
    ["a vendor's own is missing", whole.slice(0, -1), { conformsTo: "issue" }, "acme.decode.a: is missing"],
    [
      "nothing was generated",
      whole.filter(({ id }) => id !== "core.secrets.made"),
      {},
      "has no case of the category secrets",
    ],
    ["an id is unknown", [...whole, one("core.time.new", "limits")], {}, "core.time.new: is no case of the suite"],
    ["an id is nobody's", [...whole, one("made.up", "limits")], {}, "made.up: is no case of the suite"],
    ["an id was retired", [...whole, one("core.time.retired")], {}, "core.time.retired: was retired"],
    ["an id is of another vendor", [...whole, one("kazoo.decode.a")], {}, "kazoo.decode.a: is of another vendor"],
    ["an id stands twice", [...whole, one("core.time.a")], {}, "core.time.a: stands in it 2 times"],
    [
      "an id is of another category",
      [...whole.slice(1), one("core.manifest.made"), one("core.time.later", "limits")],
      {},
      "core.time.later: is of the category time",
    ],
    ["its vectors are others", whole, { suite: { version: "1.2.0", vectors: "b".repeat(64) } }, "is of other vectors"],
    ["it is a part", whole, { filter: { category: "time" } }, "is of a part of the suite"],
    ["something is tolerated", whole, { baseline: { entries: 1 } }, "has a baseline"],
    ["its totals are others", whole, { totals: {} }, "its totals are not those of its cases"],
    [
      "a case fails",
      [...whole.slice(1), one("core.manifest.made", "manifest", "fail")],
      {},
      "says true, with 1 failing",
    ],
    ["it claims and does not conform", whole, { conforms: false }, "claims translate, and its cases show nothing"],
    [
      "it claims less than its cases show",
      whole,
      { conformsTo: "decode" },
      "claims decode, and its cases show translate",
    ],
    ["it claims nothing", whole, { conformsTo: undefined }, "claims nothing, and its cases show translate"],
    [
      "it claims more than its cases show",
      whole.map((done) => (done.id === "core.verify.a" ? { ...done, outcome: "not-applicable" } : done)),
      {},
      "claims translate, and its cases show decode",
    ],
    ["it does not say whose it is", whole, { adapter: { vendor: "acme" } }, "does not say which version"],
  ])("does not hold when %s", (_what, cases, changes, problem) => {
    expect(problemsOf(cases, changes).filter((text) => text.startsWith(problem))).toHaveLength(1);
  });

  it("stands at its vendor, package and version", () => {
    expect(reportPath({ adapter: { vendor: "acme", name: "@some/adapter", version: "1.0.0" } })).toBe(
      "acme/some-adapter@1.0.0.json",
    );
    expect(problemsOf(whole, {}, "acme/other@3.0.0.json")).toEqual(["belongs to acme/roompass-acme@3.0.0.json"]);
  });
});

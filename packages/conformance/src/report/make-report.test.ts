import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { jsonText as canonical } from "../../scripts/lib/files.mjs";
import type { Category } from "../cases/case.js";
import { listCases } from "../cases/list-cases.js";
import { broken, everyReport, madeCase, madeSubject, reportOf } from "../testing/made-cases.js";
import { vectorDigest } from "../vectors/digest.js";
import { frozen } from "../vectors/freeze.js";
import { jsonText } from "./json.js";
import { reportJsonSchema, reportSchema } from "./report-schema.js";

const passing = (...categories: readonly Category[]) =>
  categories.map((category) =>
    category === "manifest"
      ? madeCase("core.manifest.example", { category })
      : madeCase(`core.${category}.a`, { category }),
  );

describe("the claim", () => {
  it("is the furthest profile of which every MUST case holds", async () => {
    expect((await reportOf(passing("manifest"))).conformsTo).toBe("issue");
    expect((await reportOf(passing("manifest", "decode", "verify"))).conformsTo).toBe("verify");
    expect((await reportOf(passing("manifest", "decode", "verify", "widening"))).conformsTo).toBe("translate");
  });

  it("does not jump over a profile of which there is nothing, or of which nothing applies", async () => {
    expect((await reportOf(passing("decode", "verify"))).conformsTo).toBeUndefined();
    const one = madeCase("core.decode.a", { category: "decode", requires: ["issue.api"] });
    expect((await reportOf([...passing("manifest", "verify"), one])).conformsTo).toBe("issue");
  });

  it("is of no operation that is not there, whatever else of its profile holds", async () => {
    const unchecked = madeCase("core.verify.a", { category: "verify", requires: ["issue.api"] });
    const others = passing("manifest", "decode", "time", "secrets", "limits", "translate");
    expect((await reportOf([...others, unchecked])).conformsTo).toBe("decode");
    expect((await reportOf(passing("encode", "purity", "decode"))).conformsTo).toBeUndefined();
    const { adapter } = madeSubject;
    const asked = { ...madeSubject, adapter: frozen({ ...adapter, issuance: [], verification: ["remote" as const] }) };
    const { cases, conformsTo } = await reportOf(listCases(asked), {}, asked);
    expect(cases.filter(({ outcome }) => outcome !== "pass" && outcome !== "not-applicable")).toEqual([]);
    expect(conformsTo).toBeUndefined();
  });

  it("ends before the first MUST case that fails, and is none where any fails", async () => {
    const report = await reportOf([
      ...passing("manifest"),
      madeCase("core.decode.a", { category: "decode", seen: broken }),
    ]);
    expect(report).toMatchObject({ conforms: false });
    expect(report.conformsTo).toBeUndefined();
  });

  it("is not touched by SHOULD, MAY and what is not scored", async () => {
    const report = await reportOf([
      ...passing("manifest"),
      madeCase("core.encode.should", { category: "encode", level: "SHOULD", seen: broken }),
      madeCase("core.encode.may", { category: "encode", level: "MAY", seen: broken }),
      madeCase("core.encode.later", { category: "encode", since: 2, seen: broken }),
    ]);
    expect(report).toMatchObject({ conforms: true, conformsTo: "issue" });
  });

  it("is none for a part of the suite, and for a list of known failures", async () => {
    expect((await reportOf(passing("manifest"), { filter: { profile: "issue" } })).conformsTo).toBeUndefined();
    const entries = [{ id: "core.decode.a", issue: "https://example.org/1" }];
    const cases = [...passing("manifest"), madeCase("core.decode.a", { category: "decode", seen: broken })];
    const report = await reportOf(cases, { baseline: { formatVersion: 1, entries } });
    expect(report).toMatchObject({ conforms: true, baseline: { entries: 1 } });
    expect(report.conformsTo).toBeUndefined();
  });
});

describe("the report", () => {
  it("counts by category, level and outcome", async () => {
    const { totals } = await everyReport();
    expect(totals.verify).toEqual({ MUST: { pass: 1, fail: 1, error: 1 } });
    expect(totals.decode).toEqual({ SHOULD: { fail: 1 }, MUST: { "known-failure": 1 } });
    expect(totals.limits).toEqual({ MUST: { "unexpected-pass": 1, "not-scored": 1 } });
    expect(totals.widening).toEqual({});
  });

  it("explains the cases that do not hold, and those alone", async () => {
    const { cases } = await everyReport();
    const flagged = cases.filter(({ flags }) => flags !== undefined).map(({ outcome }) => outcome);
    expect(new Set(flagged)).toEqual(new Set(["fail", "error", "timeout", "known-failure", "unexpected-pass"]));
  });

  it("says which vectors ran", async () => {
    expect((await everyReport()).suite.vectors).toBe(vectorDigest());
  });

  it("is the same for the same run but for times", async () => {
    expect(jsonText(await everyReport())).toBe(jsonText(await everyReport()));
  });

  it("has its members in order, all the way down", async () => {
    const read = JSON.parse(jsonText(await everyReport()));
    const check = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if (!Array.isArray(value)) expect(Object.keys(value)).toEqual(Object.keys(value).sort());
      Object.values(value).forEach(check);
    };
    check(read);
    expect(Object.keys(read).length).toBeGreaterThan(10);
  });

  it("tells of an adapter whose table JSON cannot hold", async () => {
    const { adapter } = madeSubject;
    const loop: Record<string, unknown> = { big: 1n, f: () => 1, nan: Number.NaN };
    loop["self"] = loop;
    const report = await reportOf(passing("encode"), {}, { adapter: { ...adapter, limits: loop } as never });
    expect(report.adapter.manifest).toMatchObject({
      limits: { big: "(bigint 1)", f: "(function)", nan: "(NaN)", self: "(contains itself)" },
    });
  });
});

describe("the schema", () => {
  const committed = readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8");

  it("that is committed is the one of the source (cure: tsc -b, node scripts/write-report-schema.mjs)", () => {
    expect(committed).toBe(canonical(reportJsonSchema()));
  });

  it("takes every report, read as a file", async () => {
    const reports = [await everyReport(), await reportOf(passing("encode"), { filter: { profile: "issue" } })];
    for (const report of reports) {
      const read = JSON.parse(jsonText(report));
      expect(reportSchema.safeParse(read).error).toBeUndefined();
      expect(read.cases.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ["a member that there is not", (report: Record<string, unknown>) => ({ ...report, score: 99 })],
    ["another version", (report: Record<string, unknown>) => ({ ...report, formatVersion: 2 })],
    ["no cases", ({ cases: _, ...report }: Record<string, unknown>) => report],
    ["a digest that is none", (report: Record<string, unknown>) => ({ ...report, suite: { vectors: "x" } })],
  ])("refuses %s", async (_what, change) => {
    expect(reportSchema.safeParse(change(JSON.parse(jsonText(await everyReport())))).success).toBe(false);
  });
});

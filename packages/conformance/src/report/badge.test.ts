import { describe, expect, it } from "vitest";
import type { Case } from "../cases/case.js";
import { broken, madeCase, reportOf } from "../testing/made-cases.js";
import { badgeOf, badgeText } from "./badge.js";

const example = madeCase("core.manifest.example", { category: "manifest" });
const issue = [example, madeCase("core.b", { category: "encode" })];
const failing = madeCase("core.c", { seen: broken });

const badge = async (cases: readonly Case[], options = {}) => badgeOf(await reportOf(cases, options));
const baseline = (...ids: readonly string[]) => ({
  baseline: { formatVersion: 1, entries: ids.map((id) => ({ id, issue: "https://example.org" })) },
});

describe("the badge", () => {
  it("is green when all MUST cases hold and nothing is tolerated, and counts them", async () => {
    expect(await badge([...issue, madeCase("core.d", { category: "decode" })])).toEqual({
      schemaVersion: 1,
      label: "made conformance",
      message: "spec 1 · issue+decode · 3 MUST",
      color: "brightgreen",
    });
  });

  it("is green also when a SHOULD case fails", async () => {
    const should = madeCase("core.should", { level: "SHOULD", seen: broken });
    expect(await badge([...issue, should])).toMatchObject({ color: "brightgreen", message: "spec 1 · issue · 2 MUST" });
  });

  it("is red for one failure among a thousand", async () => {
    const many = Array.from({ length: 1000 }, (_, index) => madeCase(`core.n${index}`, { category: "encode" }));
    expect(await badge([...many, failing])).toMatchObject({ color: "red", message: "spec 1 · fails" });
  });

  it("is amber with a baseline", async () => {
    expect(await badge([...issue, failing], baseline("core.c"))).toMatchObject({
      color: "orange",
      message: "spec 1 · 1 known failure",
    });
  });

  it("is red with a baseline that cannot stand", async () => {
    expect(await badge(issue, baseline("core.gone"))).toMatchObject({ color: "red" });
  });

  it("is not green for a part of the suite, nor where nothing applies", async () => {
    expect(await badge(issue, { filter: { id: "core" } })).toMatchObject({ message: "spec 1 · part of the suite" });
    expect(await badge([madeCase("core.a", { requires: ["issue.api"] })])).toMatchObject({
      color: "red",
      message: "spec 1 · nothing applies",
    });
  });

  it("is JSON as shields.io reads it", async () => {
    expect(Object.keys(JSON.parse(badgeText(await reportOf(issue))))).toEqual([
      "schemaVersion",
      "label",
      "message",
      "color",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { missingIds, requirementsOf } from "../scripts/freeze-requirements.mjs";

const group = (since: number, ids: readonly string[], until?: number) => ({
  since,
  ...(until === undefined ? {} : { until }),
  input: {},
  tests: ids.map((id) => ({ id, input: {} })),
});

const files = [
  { path: "core/b.json", content: { now: 1, groups: [group(1, ["core.b"]), group(2, ["core.new"])] } },
  { path: "core/a.json", content: { now: 1, groups: [group(1, ["core.a"], 1)] } },
];

describe("the requirements", () => {
  it("are the ids that a revision has, in order", () => {
    expect(requirementsOf(files, 1)).toEqual({ formatVersion: 1, revision: 1, ids: ["core.a", "core.b"] });
    expect(requirementsOf(files, 2).ids).toEqual(["core.b", "core.new"]);
  });

  it("miss what is gone", () => {
    expect(missingIds({ ids: ["core.a", "core.gone"] }, files)).toEqual(["core.gone"]);
    expect(missingIds(requirementsOf(files, 1), files)).toEqual([]);
  });
});

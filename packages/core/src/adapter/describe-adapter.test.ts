import { describe, expect, it } from "vitest";
import { notFrozenIn } from "../testing/not-frozen.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { describeAdapter } from "./describe-adapter.js";

describe("the description of an adapter", () => {
  const description = describeAdapter(toyAdapter);

  it("is plain JSON, with everything that the adapter's tables say", () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(description).toEqual({
      specificationVersion: 1,
      vendor: "toy",
      displayName: "Toy",
      issuance: ["sign"],
      verification: ["offline"],
      algorithms: ["HS256"],
      capabilities: toyAdapter.capabilities,
      residueRules: toyAdapter.residueRules,
      limits: toyAdapter.limits,
      harmless: toyAdapter.harmless,
    });
  });

  it("is frozen to its depths", () => {
    expect(notFrozenIn(description)).toEqual([]);
    expect(notFrozenIn(describeAdapter(makeToyAdapter("twin", "Twin")))).toEqual([]);
  });

  it("holds nothing of an adapter that was left open, and leaves it as it is", () => {
    const limits = { maxLength: { "participant.id": 36 } };
    const open = { ...toyAdapter, limits, header: { algorithms: ["HS256"] } };
    const described = describeAdapter(open);
    limits.maxLength["participant.id"] = 7;
    open.header.algorithms.push("none");
    expect(described.limits).toEqual({ maxLength: { "participant.id": 36 } });
    expect(described.algorithms).toEqual(["HS256"]);
  });

  it("has nothing that JSON has not", () => {
    const limits = { ...toyAdapter.limits, check: () => true, since: undefined };
    expect(Object.keys(describeAdapter({ ...toyAdapter, limits }).limits)).toEqual(Object.keys(toyAdapter.limits));
  });
});

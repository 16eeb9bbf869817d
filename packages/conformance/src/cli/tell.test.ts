import { describe, expect, it } from "vitest";
import { madeCase } from "../testing/made-cases.js";
import { conformance } from "../testing/made-io.js";
import { listVectorFiles, readVectorFile, testsOf } from "../vectors/read-vectors.js";
import { exitCodes } from "./exit-codes.js";
import { nearest } from "./nearest.js";

const cases = [madeCase("core.encode.a", { category: "encode" }), madeCase("core.time.a", { category: "time" })];

describe("--list", () => {
  it("prints a line for each case that would run, without running it", async () => {
    const seen = () => {
      throw new Error("ran");
    };
    const { code, stdout } = await conformance(["./made.js", "--list", "--category", "time"], {
      cases: [...cases, madeCase("core.time.b", { category: "time", level: "MAY", seen })],
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^MUST {4}core\.time\.a .*\nMAY {5}core\.time\.b .*\n2 cases\n$/);
  });

  it("prints JSON for programs", async () => {
    const { stdout } = await conformance(["./made.js", "--list", "--format", "json"], { cases });
    expect(JSON.parse(stdout)[0]).toEqual({
      id: "core.encode.a",
      category: "encode",
      level: "MUST",
      since: 1,
      comment: "the comment of core.encode.a",
      requires: [],
      isVector: false,
    });
  });
});

describe("--explain", () => {
  it("tells a vector's whole story without an adapter", async () => {
    const { code, stdout } = await conformance(["--explain", "core.verify.form.padding"]);
    expect(code).toBe(exitCodes.conformant);
    for (const part of [
      "core.verify.form.padding",
      "Why",
      "MALLEABILITY",
      "Input",
      "Expected",
      "twin",
      "rfc7515",
      "Run",
    ]) {
      expect(stdout).toContain(part);
    }
  });

  it("tells of a generated case when the adapter is named", async () => {
    const { code, stdout } = await conformance(["./made.js", "--explain", "core.time.a"], { cases });
    expect(code).toBe(0);
    expect(stdout).toContain("there is no vector of it");
    expect(stdout).toContain("conformance ./made.js --case core.time.a");
  });

  it("names what was meant", async () => {
    const { code, stderr } = await conformance(["--explain", "core.verify.form.paddin"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean `core.verify.form.padding`?");
  });

  it("has a story of every vector", async () => {
    const all = listVectorFiles().flatMap((path) => testsOf(readVectorFile(path)));
    // One of each group and file would do; a few from every file keep this quick.
    const some = all.filter((_, index) => index % 97 === 0);
    expect(some.length).toBeGreaterThan(4);
    for (const { id, comment } of some) {
      const { stdout } = await conformance(["--explain", id], { columns: 400 });
      expect(stdout.replaceAll(/\s+/g, " ")).toContain(comment.replaceAll(/\s+/g, " "));
    }
  });
});

describe("--export", () => {
  it("writes every vector file as it is, the schema, and a list of all", async () => {
    const { code, stdout, written } = await conformance(["--export", "out"]);
    expect(code).toBe(0);
    const suite = JSON.parse(written["out/suite.json"] ?? "");
    expect(suite.files.map(({ path }: { path: string }) => path)).toEqual(listVectorFiles());
    for (const path of listVectorFiles()) {
      expect(JSON.parse(written[`out/${path}`] ?? "")).toEqual(readVectorFile(path));
    }
    expect(JSON.parse(written["out/schema.json"] ?? "")).toHaveProperty("$schema");
    expect(JSON.parse(written["out/retired.json"] ?? "")).toHaveProperty("retired");
    const tests = suite.files.reduce((sum: number, file: { tests: number }) => sum + file.tests, 0);
    expect(stdout).toContain(`${tests} vectors of revision 1`);
  });
});

describe("the name that was meant", () => {
  it.each([
    ["core.tme", "core.time"],
    ["core.time", "core.time"],
    ["xyz", undefined],
    ["c".repeat(200), undefined],
  ])("by %s is %s", (typed, meant) => {
    expect(nearest(typed, ["core.verify", "core.time"])).toBe(meant);
  });
});

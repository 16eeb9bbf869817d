import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { madeCase } from "../testing/made-cases.js";
import { madeFolder } from "../testing/made-folder.js";
import { conformance } from "../testing/made-io.js";
import { listVectorFiles, readVectorFile, testsOf } from "../vectors/read-vectors.js";
import { exitCodes } from "./exit-codes.js";
import { nearest } from "./nearest.js";
import { nodeIo } from "./node-io.js";

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

  it("cuts a comment on a terminal alone", async () => {
    const long = [madeCase("core.a", { comment: `a ${"long ".repeat(30)}comment` })];
    const argv = ["./made.js", "--list"];
    expect((await conformance(argv, { cases: long })).stdout).toContain(" comment\n");
    expect((await conformance(argv, { cases: long, isTerminal: true })).stdout).toMatch(/…\n/);
  });

  it("shows nothing of an id that a terminal would act on", async () => {
    const id = "core.x\u001b]0;owned\u0007";
    const given = { cases: [madeCase(id, { requires: [id], twin: id })] };
    expect((await conformance(["./made.js", "--list"], given)).stdout).toContain("core.x\\u001b]0;owned");
    const { stdout } = await conformance(["./made.js", "--explain", id], given);
    expect(stdout).toContain("core.x\\u001b]0;owned");
    expect(stdout).not.toContain("\u001b");
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

  it("shows what a generated case starts from, while the adapter still answers", async () => {
    const asked = () => ({ room: "2kyv-gzay-64pg" });
    const { stdout } = await conformance(["./made.js", "--explain", "core.a"], {
      cases: [madeCase("core.a", { asked })],
    });
    expect(stdout).toMatch(/Input\n {4}\{\n {6}"room": "2kyv-gzay-64pg"\n/);
    const thrown = () => {
      throw new Error("TEST-ONLY-secret");
    };
    const broken = [madeCase("core.a", { asked: thrown })];
    const told = await conformance(["./made.js", "--explain", "core.a"], { cases: broken });
    expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining("the adapter throws while this is made") });
    expect(told.stdout).not.toContain("TEST-ONLY");
  });

  it("starts no adapter for a vector", async () => {
    const loadSubject = () => Promise.reject(new Error("started"));
    const { code } = await conformance(["./made.js", "--explain", "core.verify.form.padding"], { loadSubject });
    expect(code).toBe(0);
  });

  it("says where the ids are", async () => {
    const { stderr } = await conformance(["./made.js", "--explain", "nope"], { cases });
    expect(stderr).toBe("There is no case with this id. `--list` has all of them.\n");
    expect((await conformance(["--explain", "nope"])).stderr).toContain(
      "name the adapter, too; `--list` has its cases",
    );
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
    for (const { path, sha256 } of suite.files) {
      expect(
        createHash("sha256")
          .update(written[`out/${path}`] ?? "")
          .digest("hex"),
      ).toBe(sha256);
    }
    expect(JSON.parse(written["out/schema.json"] ?? "")).toHaveProperty("$schema");
    expect(JSON.parse(written["out/retired.json"] ?? "")).toHaveProperty("retired");
    const tests = suite.files.reduce((sum: number, file: { tests: number }) => sum + file.tests, 0);
    expect(stdout).toContain(`${tests} vectors of revision 1`);
  });
});

describe("--export into a folder that is not empty", () => {
  it("writes nothing: what an older export left would be taken for a part of it", async () => {
    const files = { "out/core/old.json": "{}" };
    const { code, stderr, written } = await conformance(["--export", "out"], { files });
    expect({ code, stderr, written }).toEqual({
      code: exitCodes.usage,
      stderr: "out is not empty. Name a folder that is, or is not there yet.\n",
      written: {},
    });
    expect(await nodeIo().isEmptyFolder(madeFolder({ "a/b": "" }))).toBe(false);
    expect(await nodeIo().isEmptyFolder(madeFolder({}))).toBe(true);
    expect(await nodeIo().isEmptyFolder("/made/nowhere")).toBe(true);
    expect(await nodeIo().isEmptyFolder(import.meta.filename)).toBe(false);
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

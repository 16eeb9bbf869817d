import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { madeFolder } from "../testing/made-folder.js";
import { vectorDigest } from "./digest.js";
import { listVectorFiles, readVectorFile, testsOf, vectorFolder, vectorsFor } from "./read-vectors.js";
import { requiredIds } from "./requirements.js";

describe("vector files", () => {
  it("are those of the folder, in order, without schema and lists", () => {
    const files = { "core/b.json": "{}", "core/a.json": "{}", "schema.json": "", "retired.json": "", "x.md": "" };
    const folder = pathToFileURL(`${madeFolder({ ...files, "requirements/1.json": "" })}/`);
    expect(listVectorFiles(folder)).toEqual(["core/a.json", "core/b.json"]);
  });

  it("give a vendor what holds for all and for it alone", () => {
    const suites = new Set(vectorsFor("daily").map(({ suite }) => suite));
    expect([...suites].sort()).toEqual(["core", "vendor/daily"]);
    expect(new Set(vectorsFor("nobody").map(({ suite }) => suite))).toEqual(new Set(["core"]));
  });

  it("are frozen: an adapter that changes its input is found out", () => {
    const [test] = vectorsFor("daily");
    expect(() => {
      (test as { id: string }).id = "other";
    }).toThrow(TypeError);
    expect(Object.isFrozen(test?.input)).toBe(true);
  });

  it("hand their time, input and keys down, and a test's own input wins", () => {
    const file = readVectorFile("core/verify-form.json");
    const made = (shared: object, own: object) => ({
      ...file.groups[0],
      input: shared,
      tests: [{ id: "core.a", flags: [], input: own }],
    });
    const groups = [made({ op: "verify" }, {}), made({ now: 5 }, {}), made({ now: 5 }, { now: 6 })];
    const tests = testsOf({ ...file, now: 4, groups } as never);
    expect(tests.map(({ input }) => input.now)).toEqual([4, 5, 6]);
    expect(tests[0]?.input.op).toBe("verify");
    expect(tests[0]?.keys).toEqual(Object.fromEntries(file.keys.map(({ id, text }) => [id, text])));
  });
});

describe("the digest", () => {
  it("is over names and bytes of all files", async () => {
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256");
    for (const path of listVectorFiles()) hash.update(`${path}\n`).update(readFileSync(new URL(path, vectorFolder)));
    expect(vectorDigest()).toBe(hash.digest("hex"));
  });
});

describe("the requirements of a revision", () => {
  it("are the listed ids once it is frozen", () => {
    const text = JSON.stringify({ formatVersion: 1, revision: 1, ids: ["core.a", "core.b"] });
    const folder = pathToFileURL(`${madeFolder({ "requirements/1.json": text })}/`);
    expect(requiredIds(1, folder)).toEqual(new Set(["core.a", "core.b"]));
    expect(requiredIds(2, folder)).toBeUndefined();
  });
});

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { madeFolder } from "../testing/made-folder.js";
import { SubjectError } from "./check-subject.js";
import { loadSubject } from "./load-subject.js";
import { locateModule, packageOf } from "./locate-module.js";

const adapter = `{
  vendor: "made", displayName: "Made", issuance: [], verification: [],
  header: {}, capabilities: {}, residueRules: {}, limits: {}, harmless: {},
  normalizeRoom() {}, recognize() {}, fromClaims() {}, toClaims() {}, decode() {}, encode() {},
  authority() {}, lint() {}, join() {}, roomRequirements() {},
}`;

const manifest = JSON.stringify({ name: "made-adapter", version: "3.2.1", type: "module" });

describe("a module", () => {
  it.each([
    ["default", `export default ${adapter};`],
    ["subject", `export const subject = { adapter: ${adapter} };`],
    ["adapter", `export const adapter = ${adapter};`],
    ["a function", `export default () => (${adapter});`],
    ["a function that takes its time", `export const adapter = async () => (${adapter});`],
  ])("is loaded by its export: %s", async (_what, text) => {
    const folder = madeFolder({ "package.json": manifest, "a.js": text });
    const { subject, origin } = await loadSubject("./a.js", folder);
    expect(subject).toMatchObject({ adapter: { vendor: "made" }, name: "made-adapter", version: "3.2.1" });
    expect(origin).toEqual({ folder, name: "made-adapter", version: "3.2.1" });
  });

  it("keeps the name that the subject has, and then has no version of the package", async () => {
    const text = `export default { name: "other", adapter: ${adapter} };`;
    const { subject } = await loadSubject("./a.js", madeFolder({ "package.json": manifest, "a.js": text }));
    expect(subject.name).toBe("other");
    expect(subject).not.toHaveProperty("version");
  });

  it.each([
    ["waits for ever", "await new Promise(() => {}); export default 5;"],
    ["has a function that never comes to an end", "export default () => new Promise(() => {});"],
  ])("that %s is given up", async (_what, text) => {
    const folder = madeFolder({ "a.mjs": text });
    await expect(loadSubject("./a.mjs", folder, 50)).rejects.toThrow("./a.mjs makes no adapter within 50 ms.");
  });

  it.each([
    ["is not there", {}, "There is no file ./a.js."],
    ["exports nothing of it", { "a.mjs": "export const x = 1;" }, "has no export `default`, `subject` or `adapter`"],
    ["throws", { "a.mjs": "throw new TypeError('no way');" }, "does not load. TypeError: no way (at"],
    ["throws no error", { "a.mjs": "throw 7;" }, "./a.mjs does not load. It threw something that is no error."],
    [
      "has a function that throws",
      { "a.mjs": "export default () => { throw new Error('no key'); };" },
      "Error: no key",
    ],
    ["exports a number", { "a.mjs": "export default 5;" }, "./a.mjs: The export is no object"],
    ["exports half an adapter", { "a.mjs": 'export default { vendor: "x" };' }, "./a.mjs: The adapter has no"],
    ["is a folder", { "a.mjs/x": "" }, "is a folder: name the file that exports the adapter."],
    [
      "is a folder of a package that is not built",
      { "a.mjs/package.json": '{ "exports": "./dist/index.js" }' },
      "Its package.json leads to ./dist/index.js, which is not there.",
    ],
  ])("that %s is told of", async (_what, files, message) => {
    const folder = madeFolder(files);
    const name = Object.keys(files).some((file) => file.startsWith("a.mjs")) ? "./a.mjs" : "./a.js";
    await expect(loadSubject(name, folder)).rejects.toThrow(SubjectError);
    await expect(loadSubject(name, folder)).rejects.toThrow(message);
  });
});

it("is found by the folder of its package", async () => {
  const folder = madeFolder({
    "acme/package.json": JSON.stringify({ name: "acme", type: "module", exports: { ".": "./a.js" } }),
    "acme/a.js": `export default ${adapter};`,
  });
  expect((await loadSubject("./acme", folder)).subject.name).toBe("acme");
});

it("is suggested where the package has it at an address of its own", async () => {
  const home = "node_modules/@made/adapter";
  const exports = { ".": "./index.js", "./conformance": "./index.js" };
  const folder = madeFolder({
    [`${home}/package.json`]: JSON.stringify({ name: "@made/adapter", type: "module", exports }),
    [`${home}/index.js`]: "export const x = 1;",
  });
  await expect(loadSubject("@made/adapter", folder)).rejects.toThrow(
    "`adapter`. Did you mean `@made/adapter/conformance`?",
  );
});

describe("the name of a package", () => {
  const home = "node_modules/@made/adapter";
  const located = (exports: unknown, name = "@made/adapter") => {
    const folder = madeFolder({
      [`${home}/package.json`]: JSON.stringify({ name: "@made/adapter", exports, main: "main.js" }),
      ...Object.fromEntries(["main", "import", "default", "require"].map((file) => [`${home}/${file}.js`, ""])),
      "deep/er/x": "",
    });
    const from = pathToFileURL(join(folder, home)).href;
    return locateModule(name, join(folder, "deep/er")).replace(`${from}/`, "");
  };

  it.each([
    [undefined, "@made/adapter", "main.js"],
    [undefined, "@made/adapter/import.js", "import.js"],
    ["./default.js", "@made/adapter", "default.js"],
    [{ import: "./import.js" }, "@made/adapter", "import.js"],
    [{ types: "./x.d.ts", require: "./require.js", default: "./default.js" }, "@made/adapter", "default.js"],
    [{ "./sub": { node: { import: "./import.js" } } }, "@made/adapter/sub", "import.js"],
    [{ ".": ["./main.js"] }, "@made/adapter", "main.js"],
  ])("with exports %j leads %s to %s", (exports, name, file) => {
    expect(located(exports, name)).toBe(file);
  });

  it("that does not export what is asked for, or is not there, is told of", () => {
    expect(() => located({ ".": "./main.js" }, "@made/adapter/sub")).toThrow("does not export @made/adapter/sub");
    expect(() => located({ require: "./require.js" })).toThrow("does not export");
    expect(() => located({}, "@made/other")).toThrow(
      "There is no package @made/other here; a file is given as ./@made",
    );
    expect(() => located({}, "../../etc/passwd")).toThrow(SubjectError);
  });
});

it("finds the package of a file past nameless manifests", () => {
  const folder = madeFolder({ "package.json": manifest, "dist/package.json": "{}", "dist/a.js": "" });
  expect(packageOf(pathToFileURL(join(folder, "dist/a.js")).href)).toMatchObject({ folder, name: "made-adapter" });
});

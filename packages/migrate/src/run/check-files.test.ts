import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { migrate } from "../migrate.js";
import type { MigrateOptions } from "../migrate-options.js";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { now, setup, tokenLines } from "../testing/tokens.js";
import { checkFiles } from "./check-files.js";

const text = tokenLines(3);

function files(): (name: string) => string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "in"), text);
  linkSync(join(folder, "in"), join(folder, "hard-link"));
  symlinkSync("in", join(folder, "link"));
  mkdirSync(join(folder, "deep"));
  symlinkSync("deep", join(folder, "other"));
  return (name) => join(folder, name);
}

it.each<[Partial<Record<"output" | "rejects" | "journal", string>>, string]>([
  [{ output: "" }, "The output has no name."],
  [{ rejects: "" }, "The file of rejects has no name."],
  [{ journal: "" }, "The journal has no name."],
])("is told of %j, which names no file", (own, message) => {
  const options: MigrateOptions = { setup, now, input: { path: "in" }, output: "out", rejects: "rejects", ...own };
  expect(() => checkFiles(options, own.journal)).toThrow(expect.objectContaining({ code: "migrate.options", message }));
});

describe("the files of a run", () => {
  it.each<[Partial<Record<"output" | "rejects" | "journal", string>>, string]>([
    [{ output: "in" }, "The output and the input are one file."],
    [{ output: "deep/../in" }, "The output and the input are one file."],
    [{ output: "hard-link" }, "The output and the input are one file."],
    [{ rejects: "link" }, "The file of rejects and the input are one file."],
    [{ journal: "in" }, "The journal and the input are one file."],
    [{ rejects: "out" }, "The file of rejects and the output are one file."],
    [{ output: "deep/new", rejects: "other/new" }, "The file of rejects and the output are one file."],
    [{ rejects: "out.journal" }, "The journal and the file of rejects are one file."],
  ])("are four: %j is refused, and nothing is touched", async (own, message) => {
    const at = files();
    const { output = "out", rejects = "rejects", journal } = own;
    const fd = openSync(at("in"), "r");
    onTestFinished(() => closeSync(fd));
    const given: Omit<MigrateOptions, "input"> = {
      setup,
      now,
      output: at(output),
      rejects: at(rejects),
      restart: true,
      ...(journal === undefined ? {} : { journal: at(journal) }),
    };
    for (const input of [{ path: at("in") }, { fd }]) {
      await expect(migrate({ ...given, input })).rejects.toMatchObject({ code: "migrate.options", message });
    }
    expect(readFileSync(at("in"), "utf8")).toBe(text);
  });

  it.each([
    ["output", { output: "nowhere/out" }, "The output cannot be written: its folder does not exist."],
    ["output", { output: "in/out" }, "The output cannot be written: its folder does not exist."],
    ["rejects", { rejects: "nowhere/rejects" }, "The file of rejects cannot be written: its folder does not exist."],
    ["journal", { journal: "nowhere/journal" }, "The journal cannot be written: its folder does not exist."],
  ])("need a folder: without that of the %s nothing is begun", async (option, own, message) => {
    const at = files();
    const all = { output: "out", rejects: "rejects", ...own };
    const paths = Object.fromEntries(Object.entries(all).map(([name, path]) => [name, at(path)]));
    const given = { setup, now, input: { path: at("in") }, ...paths } as MigrateOptions;
    await expect(migrate(given)).rejects.toMatchObject({
      code: "migrate.options",
      option,
      message,
      cure: "Make the folder, or give another path.",
      canRestart: false,
    });
    expect(existsSync(at("out"))).toBe(false);
  });

  it.each(["output", "rejects"] as const)("are regular: %s is no folder", async (option) => {
    const at = files();
    const given = { setup, now, input: { path: at("in") }, output: at("out"), rejects: at("r"), [option]: at("deep") };
    await expect(migrate(given)).rejects.toMatchObject({ code: "migrate.output-exists", option, canRestart: false });
    expect(readdirSync(at("."))).not.toContain("deep.lock");
  });

  it.each([
    ["output", "nothing"],
    ["output", "itself"],
    ["rejects", "nothing"],
    ["rejects", "itself"],
  ] as const)("are made where they are named: %s is no link to %s", async (option, target) => {
    const at = files();
    symlinkSync(target, at("itself"));
    const given = {
      setup,
      now,
      input: { path: at("in") },
      output: at("out"),
      rejects: at("r"),
      [option]: at("itself"),
    };
    await expect(migrate(given)).rejects.toMatchObject({
      code: "migrate.output-exists",
      message: expect.stringContaining("is a link that leads nowhere."),
      option,
      canRestart: false,
    });
    expect(readdirSync(at(".")).sort()).toEqual(["deep", "hard-link", "in", "itself", "link", "other"]);
  });

  it("are none of the locks, which are made and taken away", async () => {
    const at = files();
    const given = { setup, now, input: { path: at("in") }, output: at("out"), rejects: at("out.lock"), restart: true };
    await expect(migrate(given)).rejects.toMatchObject({
      code: "migrate.options",
      message: "The lock of the output and the file of rejects are one file.",
    });
  });

  it("may lie in one folder, and the rejects beside an output that is a stream", async () => {
    const at = files();
    const own = { setup, now, input: { path: at("in") }, rejects: at("rejects") };
    expect((await migrate({ ...own, output: at("deep/in") })).counts.moved).toBe(3);
    expect((await migrate({ ...own, output: { write: async () => undefined } })).counts.moved).toBe(3);
  });
});

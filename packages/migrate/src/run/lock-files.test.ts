import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrate } from "../migrate.js";
import type { MigrateOptions } from "../migrate-options.js";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { now, setup, tokenLines } from "../testing/tokens.js";
import { lockFiles } from "./lock-files.js";

type Files = Pick<MigrateOptions, "output" | "rejects"> & { readonly journal: string };

const optionsOf = ({ output, rejects }: Files): MigrateOptions => ({
  setup,
  now,
  input: { path: "nowhere" },
  output,
  rejects,
});

/** Files of two runs, which share those that are named. */
function twoRuns(shared: Partial<Record<keyof Files, string>>) {
  const folder = temporaryFolder();
  symlinkSync(".", join(folder, "other"));
  const filesOf = (run: string, own: typeof shared = {}): Files => ({
    output: join(folder, own.output ?? `${run}.out`),
    rejects: join(folder, own.rejects ?? `${run}.rejects`),
    journal: join(folder, own.journal ?? `${run}.journal`),
  });
  return { folder, first: filesOf("first"), second: filesOf("second", shared) };
}

it.each<[Partial<Record<keyof Files, string>>, string]>([
  [{ output: "first.out" }, "Another run is at work on the output."],
  [{ output: "other/first.out" }, "Another run is at work on the output."],
  [{ rejects: "first.rejects" }, "Another run is at work on the file of rejects."],
  [{ journal: "first.journal" }, "Another run is at work on the journal."],
])("a second run with %j of the first is refused until that has ended", (shared, message) => {
  const { folder, first, second } = twoRuns(shared);
  const unlock = lockFiles(optionsOf(first), first.journal);
  const before = readdirSync(folder);
  expect(() => lockFiles(optionsOf(second), second.journal)).toThrow(
    expect.objectContaining({ code: "migrate.locked", message }),
  );
  expect(readdirSync(folder)).toEqual(before);
  unlock();
  lockFiles(optionsOf(second), second.journal)();
  expect(readdirSync(folder)).toEqual(["other"]);
});

it("two runs with files of their own do not disturb each other", () => {
  const { first, second } = twoRuns({});
  const unlock = [first, second].map((files) => lockFiles(optionsOf(files), files.journal));
  for (const giveBack of unlock) giveBack();
});

it("a run without a journal keeps its output to itself, too", async () => {
  const { folder, first, second } = twoRuns({ output: "first.out" });
  writeFileSync(join(folder, "in"), tokenLines(3));
  const input = { path: join(folder, "in") };
  const unlock = lockFiles(optionsOf(first), undefined);
  const again = migrate({ ...optionsOf(second), input, journal: false });
  await expect(again).rejects.toMatchObject({ code: "migrate.locked" });
  expect(existsSync(String(first.output))).toBe(false);
  unlock();
  expect((await migrate({ ...optionsOf(second), input, journal: false })).counts.moved).toBe(3);
});

it.each([
  [true, "of the first run\n"],
  [false, ""],
])(
  "a run whose output is a stream leaves rejects alone that another writes (restart: %s)",
  async (restart, content) => {
    const { folder, first } = twoRuns({});
    writeFileSync(join(folder, "in"), "garbage\n");
    writeFileSync(first.rejects, content);
    const run = { setup, now, input: { path: join(folder, "in") }, rejects: first.rejects, restart };
    const unlock = lockFiles(optionsOf(first), undefined);
    const output = { write: async () => undefined };
    await expect(migrate({ ...run, output })).rejects.toMatchObject({ code: "migrate.locked" });
    expect(readFileSync(first.rejects, "utf8")).toBe(content);
    unlock();
    await migrate({ ...run, output });
    expect(readFileSync(first.rejects, "utf8")).toContain("token.not-three-parts");
    expect(readdirSync(folder).sort()).toEqual(["first.rejects", "in", "other"]);
  },
);

it("a run whose output is a stream needs no lock for rejects that are not there", () => {
  const { folder, first } = twoRuns({});
  const unlock = lockFiles({ ...optionsOf(first), output: { write: async () => undefined } }, undefined);
  expect(readdirSync(folder)).toEqual(["other"]);
  unlock();
});

it("a lock that cannot be made is told as that, with what to do", () => {
  const { first } = twoRuns({});
  expect(() => lockFiles(optionsOf({ ...first, output: `${first.output}${"x".repeat(250)}` }), undefined)).toThrow(
    expect.objectContaining({
      code: "migrate.unwritten",
      message: expect.stringContaining("The lock beside the output"),
      cure: expect.stringContaining("let it write into that folder"),
    }),
  );
});

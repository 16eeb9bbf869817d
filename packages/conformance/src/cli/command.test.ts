import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import type { Case } from "../cases/case.js";
import { subjectFromCommand } from "../protocol/subject-from-command.js";
import type { Subject } from "../subject/subject.js";
import { madeCase } from "../testing/made-cases.js";
import { conformance, type Ran } from "../testing/made-io.js";
import { type MadeProgram, madeCommand } from "../testing/made-program.js";

/** Cases that ask a program for these names, one each. */
const casesAsking =
  (rooms: readonly unknown[]) =>
  (subject: Subject): readonly Case[] =>
    rooms.map((room) =>
      madeCase(`core.made.${String(room)}`, {
        seen: () => ({ expected: "fine", actual: subject.adapter.normalizeRoom(room as string) }),
      }),
    );

function examine(rooms: readonly unknown[], options: readonly string[] = [], made: MadeProgram = {}): Promise<Ran> {
  const argv = ["--command", madeCommand(made), ...options];
  return conformance(argv, { folder: tmpdir(), subjectFromCommand, casesOf: casesAsking(rooms) });
}

describe("--command", () => {
  it("examines a program, and says what of it cannot be seen", async () => {
    const { code, stdout } = await examine(["fine"], ["--format", "json"]);
    const { conforms, runtime, command, adapter } = JSON.parse(stdout);
    expect({ code, conforms, name: adapter.name }).toEqual({ code: 0, conforms: true, name: "made" });
    expect(runtime).toContain("its clock, chance, network and environment cannot be watched from here");
    expect(command).toContain("conformance --command ");
  });

  it("fails for a crash, a late answer and garbage, and runs all cases", async () => {
    const { code, stdout, stderr } = await examine(
      ["crash", "hang", "garbage", "noisy", "fine"],
      ["--format", "tap", "--timeout-milliseconds", "1500"],
    );
    expect(code).toBe(1);
    const lines = stdout.split("\n").filter((line) => /^(not )?ok/.test(line));
    expect(lines.map((line) => line.split(" - ")[0])).toEqual(["not ok 1", "not ok 2", "not ok 3", "ok 4", "ok 5"]);
    expect(stderr).toContain("a line of the log");
  });

  it("shows nothing of a program's log that a terminal would act on", async () => {
    const atStart = 'process.stderr.write("\\u001b[2Jred\\n");';
    const { stderr } = await examine(["noisy"], [], { atStart });
    expect(stderr).toContain("[2Jred\n");
    expect(stderr).not.toContain("\u001b");
  });

  it("ends with 2 where the program is broken for good", async () => {
    const { code, stderr } = await examine(Array.from({ length: 30 }, () => "crash"));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("broke down more than 25 times") });
  });

  it("ends with 2 where the command line needs a shell", async () => {
    const argv = ["--command", "python adapter.py | tee log"];
    const { code, stderr } = await conformance(argv, { subjectFromCommand });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("there is no shell") });
  });
});

describe("--validate", () => {
  it("is a failing case where the program is wrong", async () => {
    const { code, stderr } = await examine(["number", "fine"], ["--validate"]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining("Schema: the program's answer to normalizeRoom is wrong: $ is not string"),
    });
    expect((await examine(["number"])).stderr).not.toContain("Schema");
  });

  it("ends with 3 where the suite is wrong", async () => {
    const { code, stderr } = await examine([7], ["--validate"]);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining("Schema: The suite's question normalizeRoom is wrong: $.name is not string"),
    });
  });

  it("goes with a program", async () => {
    const { code, stderr } = await conformance(["./made.js", "--validate"], { subjectFromCommand });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "`--validate` goes with `--command`.\n" });
  });
});

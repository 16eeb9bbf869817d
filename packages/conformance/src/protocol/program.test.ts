import { describe, expect, it } from "vitest";
import { runSuite } from "../run/run-suite.js";
import { madeCase } from "../testing/made-cases.js";
import { type MadeProgram, madeLog, madeProgram } from "../testing/made-program.js";
import { ProtocolFault } from "./program-error.js";

/** Runs a case for each name of a room, one after the other, and tells what became of it. */
async function outcomes(rooms: readonly string[], made: MadeProgram = {}): Promise<string[]> {
  const subject = await madeProgram({ timeoutMilliseconds: 1000, ...made });
  const cases = rooms.map((room) =>
    madeCase(`core.made.${room}`, { seen: () => ({ expected: "fine", actual: subject.adapter.normalizeRoom(room) }) }),
  );
  const { results } = await runSuite(subject, { casesOf: () => cases });
  return results.map(({ outcome, note, code }) =>
    [outcome, note, code].filter((part) => part !== undefined).join(": "),
  );
}

describe("a program that breaks down", () => {
  it("fails the case in which it does, and the run goes on", async () => {
    expect(await outcomes(["fine", "crash", "fine", "killed", "fine"])).toEqual([
      "pass",
      "error: the program ended with exit code 3 at `normalizeRoom`",
      "pass",
      "error: the program was ended by SIGKILL at `normalizeRoom`",
      "pass",
    ]);
  });

  it("is late for the case that waits, and the run goes on", async () => {
    // Long enough for an answer that comes, so that the second case does not wait for the same thing.
    expect(await outcomes(["hang", "fine"], { timeoutMilliseconds: 250 })).toEqual([
      "timeout: the program did not answer at `normalizeRoom` within 250 ms",
      "pass",
    ]);
  });

  it.each([
    ["garbage", "answered `normalizeRoom` with a line that is no JSON"],
    ["list", "answered `normalizeRoom` with JSON that is no object"],
    ["wrong-seq", "answered `normalizeRoom` with the `seq` of another question"],
    ["both", "answered `normalizeRoom` with not exactly one of `ok`, `error`, `unsupported` and `errored`"],
    ["neither", "answered `normalizeRoom` with not exactly one of `ok`, `error`, `unsupported` and `errored`"],
    ["no-code", "answered `normalizeRoom` with an `error` without a `code`"],
    ["not-utf8", "wrote a line that is not UTF-8 at `normalizeRoom`"],
    ["endless", "wrote a line that is too long at `normalizeRoom`"],
    ["errored", "says that it failed at `normalizeRoom`"],
  ])("or does not keep to the protocol (%s) fails that case alone", async (room, note) => {
    expect(await outcomes([room, "fine"])).toEqual([`error: the program ${note}`, "pass"]);
  });

  it("is found out when it answers twice", async () => {
    const [first, second] = await outcomes(["twice", "fine"]);
    // The second line comes right behind the first: it is seen with it, or with the next question.
    expect([first, second].filter((outcome) => outcome?.includes("that nobody had asked for"))).toHaveLength(1);
  });

  it("refuses with a code, which is no breakdown", async () => {
    expect(await outcomes(["refuses", "unsupported", "fine"])).toEqual([
      "error: threw ProgramRefusal (policy.room)",
      "error: threw ProgramRefusal (provider.unsupported)",
      "pass",
    ]);
  });

  it("counts also where the case makes nothing of it", async () => {
    const subject = await madeProgram();
    const swallowing = madeCase("core.made.swallowing", {
      seen: () => {
        expect(() => subject.adapter.normalizeRoom("crash")).toThrow("exit code 3");
        // What is broken stays so until the case is over.
        expect(() => subject.adapter.normalizeRoom("fine")).toThrow("exit code 3");
        return { expected: 1, actual: 1 };
      },
    });
    const { results } = await runSuite(subject, { casesOf: () => [swallowing] });
    expect(results[0]?.outcome).toBe("error");
  });

  it("too often ends the run, and says so", async () => {
    const rooms = ["crash", "crash", "fine", "crash", "fine"];
    await expect(outcomes(rooms, { restarts: 2 })).rejects.toThrow("broke down more than 2 times");
    expect(await outcomes(rooms, { restarts: 3 })).toHaveLength(5);
  });

  it("and cannot be started again ends the run", async () => {
    // The first start leaves a trace behind; the second one finds it.
    const atStart = `
      import { existsSync, writeFileSync } from "node:fs";
      const trace = new URL("started", import.meta.url);
      if (existsSync(trace)) process.exit(4);
      writeFileSync(trace, "");`;
    await expect(outcomes(["crash", "fine"], { atStart })).rejects.toThrow(
      "could not be started again: it ended with exit code 4",
    );
  });
});

describe("what a program logs", () => {
  it("is passed on, and does not disturb the protocol", async () => {
    const told = madeLog();
    expect(await outcomes(["noisy", "noisy", "fine"], { log: told.log })).toEqual(["pass", "pass", "pass"]);
    expect(told.read()).toBe("a line of the log\na line of the log\n");
  });

  it("has an end", async () => {
    const told = madeLog();
    expect(await outcomes(["floods", "floods", "fine"], { log: told.log })).toEqual(["pass", "pass", "pass"]);
    expect(told.read().length).toBeLessThan(150_000);
    expect(told.read()).toContain("the rest is not shown");
  });

  it("shows what was taken for no answer, to the author alone", async () => {
    const told = madeLog();
    const [outcome] = await outcomes(["garbage"], { log: told.log });
    expect(outcome).not.toContain("Traceback");
    expect(told.read()).toBe("The program wrote: Traceback: no JSON\n");
  });
});

describe("with every message held against the schema", () => {
  it("a wrong answer is the program's fault", async () => {
    const told = madeLog();
    const settings = { validates: true, log: told.log };
    expect(await outcomes(["number", "fine"], settings)).toEqual([
      "error: the program answered `normalizeRoom` against the schema, see the log",
      "pass",
    ]);
    expect(told.read()).toContain("Schema: the program's answer to normalizeRoom is wrong");
  });

  it("a wrong question is the suite's fault", async () => {
    const subject = await madeProgram({ validates: true });
    const fault = "The suite's question normalizeRoom is wrong: $.name";
    expect(() => subject.adapter.normalizeRoom(7 as never)).toThrow(fault);
    // Also where a case swallows it: nothing may be said about the program then.
    await expect(runSuite(subject, { casesOf: () => [madeCase("core.made.fine")] })).rejects.toThrow(ProtocolFault);
  });
});

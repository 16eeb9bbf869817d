import { describe, expect, it, vi } from "vitest";
import { SubjectError } from "../subject/check-subject.js";
import { type MadeProgram, madeDescription, madeLog, madeProgram } from "../testing/made-program.js";
import { subjectFromCommand } from "./subject-from-command.js";

const changed = (changes: object): MadeProgram => ({ describe: { ...madeDescription, ...changes } });
const { manifest, operations } = madeDescription;
const without = (...names: readonly string[]): readonly string[] => operations.filter((op) => !names.includes(op));

describe("a program as a subject", () => {
  it("has the manifest's facts, its name, and the operations that it offers", async () => {
    const subject = await madeProgram(changed({ example: { tenant: "t", grant: { room: "r" } }, version: "2.0.0" }));
    expect(subject.adapter).toMatchObject({ vendor: "minimal", header: { algorithms: ["HS256"] } });
    expect(Object.isFrozen(subject.adapter)).toBe(true);
    expect(subject).toMatchObject({ name: "made", version: "2.0.0", example: { tenant: "t", grant: { room: "r" } } });
    expect([typeof subject.issue, typeof subject.plan, typeof subject.verify]).toEqual([
      "function",
      "undefined",
      "function",
    ]);
  });

  it("has nothing to say where it leaves an operation out", async () => {
    const { adapter } = await madeProgram(changed({ operations: without("normalizeRoom", "lint") }));
    expect(adapter.normalizeRoom("crash")).toBe("crash");
    expect(adapter.lint({ properties: {}, unknown: {}, findings: [] }, { now: 1 })).toEqual([]);
    expect(adapter.join({ purpose: ["participant"], room: "a" })).toEqual({});
    expect(adapter.roomRequirements({ properties: {}, unknown: {}, findings: [] })).toEqual([]);
    expect(adapter.recognize({ header: {}, claims: {} })).toBeUndefined();
  });

  it("is asked for what it does not offer, which has to be unsupported", async () => {
    const honest = await madeProgram();
    expect(honest.program?.answersUnoffered()).toEqual([]);
    const atStart = `behaviours.standup = (q) => say({ seq: q.seq, ok: "standup" });`;
    const secretive = await madeProgram({ ...changed({ operations: without("normalizeRoom") }), atStart });
    expect(secretive.program?.answersUnoffered()).toEqual(["normalizeRoom"]);
  });

  it.each([
    ["exits at once", { atStart: "process.exit(5);" }, "ended with exit code 5 before it described itself"],
    ["says something else first", { atStart: 'write("Welcome!\\n");' }, "first line is no JSON"],
    [
      "says nothing",
      { atStart: "process.stdout.write = () => {};", startMilliseconds: 150 },
      "did not describe itself within 150 ms",
    ],
    ["speaks another version", changed({ protocol: 2 }), "$.protocol is not 1"],
    [
      "names an operation that does not exist",
      changed({ operations: ["sing"] }),
      "$.operations[0] is none of the listed values: ",
    ],
    ["has no manifest", changed({ manifest: undefined }), "$.manifest is missing"],
    ["says more than the schema knows", changed({ skip: ["core.time"] }), "$.skip is not part of the format"],
    ["cannot decode", changed({ operations: without("decode") }), "does not offer decode"],
    ["claims to sign", changed({ operations: without("issue") }), "does not offer issue (`issuance` has `sign`)"],
    ["claims to check", changed({ operations: without("verify") }), "does not offer verify"],
    [
      "claims to ask the vendor",
      changed({ manifest: { ...manifest, issuance: ["sign", "request"] } }),
      "does not offer plan",
    ],
  ] as readonly (readonly [string, MadeProgram, string])[])("is refused when it %s", async (_what, made, message) => {
    const start = madeProgram(made);
    await expect(start).rejects.toThrow(message);
    await expect(start).rejects.toBeInstanceOf(SubjectError);
  });

  it("is refused when there is no such program", async () => {
    await expect(subjectFromCommand("/nowhere/at-all x")).rejects.toThrow("There is no program `/nowhere/at-all`.");
    await expect(subjectFromCommand("a\0b")).rejects.toThrow("does not start (ERR_INVALID_ARG_VALUE)");
  });

  it("is ended with everything that it has started", async () => {
    const { log, read } = madeLog();
    const atStart = `
      import { spawn } from "node:child_process";
      const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
      process.stderr.write(other.pid + " ");`;
    const subject = await madeProgram({ atStart, log, timeoutMilliseconds: 100 });
    expect(() => subject.adapter.normalizeRoom("hang")).toThrow("did not answer");
    const pid = Number(read().trim());
    expect(pid).toBeGreaterThan(1);
    // A signal needs a moment to arrive.
    await expect.poll(() => isAlive(pid), { timeout: 5000, interval: 5 }).toBe(false);
  });
});

it("a signal ends this process as a signal does, so that the program is ended as well", async () => {
  const before = process.listeners("SIGTERM");
  const subject = await madeProgram();
  const [listener] = process.listeners("SIGTERM").filter((one) => !before.includes(one));
  const codes: unknown[] = [];
  const exit = vi.spyOn(process, "exit").mockImplementation((code) => codes.push(code) as never);
  listener?.("SIGTERM");
  exit.mockRestore();
  expect(codes).toEqual([143]);
  await subject.close();
  expect(process.listeners("SIGTERM")).toEqual(before);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

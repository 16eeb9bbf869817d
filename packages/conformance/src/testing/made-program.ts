import { join } from "node:path";
import { describeAdapter } from "@roompass/core";
import { onTestFinished } from "vitest";
import { type CommandSettings, type ProgramSubject, subjectFromCommand } from "../protocol/subject-from-command.js";
import { minimalAdapter } from "../reference/minimal.js";
import { madeFolder } from "./made-folder.js";

export const madeDescription = {
  message: "describe",
  protocol: 1,
  operations: ["fromClaims", "toClaims", "decode", "encode", "authority", "issue", "verify", "normalizeRoom", "lint"],
  manifest: describeAdapter(minimalAdapter),
  name: "made",
};

/** What the program does with a question; `q` is the question, `say` and `write` answer it. */
const behaviours = `
  fine: (q) => say({ seq: q.seq, ok: "fine" }),
  crash: () => process.exit(3),
  killed: () => process.kill(process.pid, "SIGKILL"),
  hang: () => {},
  garbage: () => write("Traceback: no JSON\\n"),
  list: () => write("[]\\n"),
  "wrong-seq": () => say({ seq: "another", ok: 1 }),
  both: (q) => say({ seq: q.seq, ok: 1, errored: "x" }),
  neither: (q) => say({ seq: q.seq }),
  "no-code": (q) => say({ seq: q.seq, error: { message: "no" } }),
  twice: (q) => write(JSON.stringify({ seq: q.seq, ok: "fine" }) + "\\nhello\\n"),
  "not-utf8": () => process.stdout.write(Buffer.from([0x22, 0xff, 0x22, 0x0a])),
  endless: () => process.stdout.write("x".repeat(5 * 1024 * 1024)),
  refuses: (q) => say({ seq: q.seq, error: { code: "policy.room", path: "room", message: "not this room" } }),
  unsupported: (q) => say({ seq: q.seq, unsupported: "nobody does that" }),
  errored: (q) => say({ seq: q.seq, errored: "division by zero" }),
  number: (q) => say({ seq: q.seq, ok: 7 }),
  noisy: (q) => process.stderr.write("a line of the log\\n", () => say({ seq: q.seq, ok: "fine" })),
  floods: (q) => process.stderr.write("x".repeat(200_000), () => say({ seq: q.seq, ok: "fine" })),
`;

/** A program of a few lines that does with \`normalizeRoom\` what the name of the room says. */
const source = (describe: unknown, atStart: string): string => `
import { createInterface } from "node:readline";
const write = (text) => process.stdout.write(text);
const say = (message) => write(JSON.stringify(message) + "\\n");
const behaviours = {${behaviours}};
${atStart}
createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line);
  if (message.message === "start") return say(${JSON.stringify(describe)});
  if (message.message === "stop") return process.exit(0);
  const act = message.op === "normalizeRoom" ? behaviours[message.input.name] : undefined;
  if (act === undefined) return say({ seq: message.seq, unsupported: "nobody does that" });
  act(message);
});
`;

export interface MadeProgram extends CommandSettings {
  readonly describe?: unknown;
  /** JavaScript that runs before the first line is read. */
  readonly atStart?: string;
}

/** A log that can be read. */
export function madeLog(): { readonly log: (text: string) => void; readonly read: () => string } {
  const texts: string[] = [];
  return { log: (text) => void texts.push(text), read: () => texts.join("") };
}

/** A command line for a small program in a folder of its own. */
export function madeCommand({ describe = madeDescription, atStart = "" }: MadeProgram = {}): string {
  const folder = madeFolder({ "program.mjs": source(describe, atStart) });
  return `'${process.execPath}' '${join(folder, "program.mjs")}'`;
}

/** The program as a subject, ended after the test. */
export async function madeProgram(made: MadeProgram = {}): Promise<ProgramSubject> {
  const { describe: _, atStart: __, ...settings } = made;
  const subject = await subjectFromCommand(madeCommand(made), settings);
  onTestFinished(() => subject.close());
  return subject;
}

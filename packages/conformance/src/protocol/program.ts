import type { z } from "zod";
import { SubjectError } from "../subject/check-subject.js";
import type { Incident } from "../subject/subject.js";
import { frozen } from "../vectors/freeze.js";
import { schemaProblems } from "../vectors/schema-problems.js";
import { readAnswer } from "./answer.js";
import { problemOfAnswer, problemOfQuestion } from "./check-messages.js";
import { type Arrived, ProgramLink } from "./link.js";
import { describeMessage, protocolVersion } from "./messages.js";
import type { WireOperationName } from "./operations.js";
import { ProgramError, ProgramRefusal, ProtocolFault } from "./program-error.js";

export interface ProgramSettings {
  readonly words: readonly string[];
  readonly folder: string;
  /** For one answer. */
  readonly timeoutMilliseconds: number;
  /** For the first answer, which may have to wait for a compiler or a virtual machine. */
  readonly startMilliseconds: number;
  /** How often a program that broke down is started again, over the whole run. */
  readonly restarts: number;
  /** Told what the program writes to standard error, and what it wrote in place of an answer. */
  readonly log: (text: string) => void;
  /** Holds every message of either side against the schema. */
  readonly validates: boolean;
}

export type Description = z.infer<typeof describeMessage>;

/** The longest line of a program, in bytes: no token or report comes near. */
const lineBytes = 4 * 1024 * 1024;
const logBytes = 64 * 1024;
/** How long a program may take to end by itself, in milliseconds. */
const stopMilliseconds = 200;

const incidentOf = (outcome: Incident["outcome"], note: string): Incident => ({ outcome, note, isFinal: false });

/** A program that speaks the protocol: started when it is needed, and again when it breaks down. */
export class Program {
  private readonly settings: ProgramSettings;
  private readonly link: ProgramLink;
  private isRunning = false;
  private asked = 0;
  private starts = 0;
  /** What has broken and was not told yet: until then the program is left alone. */
  private incident: Incident | undefined;

  constructor(settings: ProgramSettings) {
    this.settings = settings;
    const { words, folder, log } = settings;
    this.link = new ProgramLink({ words, folder, log, lineBytes, logBytes });
  }

  /**
   * Starts the program and asks it for its description.
   *
   * @throws SubjectError where it does not start, does not answer, or does not describe itself as the schema says.
   */
  describe(): Description {
    const { startMilliseconds } = this.settings;
    const arrived = this.start();
    if (arrived.kind === "late")
      throw new SubjectError(`The program did not describe itself within ${startMilliseconds} ms.`);
    if (arrived.kind === "gone" && arrived.why.includes("(ENOENT)"))
      throw new SubjectError(`There is no program \`${this.settings.words[0]}\`.`);
    if (arrived.kind === "gone") throw new SubjectError(`The program ${arrived.why} before it described itself.`);
    if (arrived.kind === "broken") throw new SubjectError(`The program wrote ${arrived.fault} to standard output.`);
    let message: unknown;
    try {
      message = JSON.parse(arrived.text);
    } catch {
      this.show(arrived.text);
      throw new SubjectError("The program's first line is no JSON. Standard output is for the protocol alone.");
    }
    const problems = schemaProblems(describeMessage, message);
    if (problems.length === 0) return frozen(message as Description);
    const lines = problems.slice(0, 12).map((text) => `  ${text}`);
    throw new SubjectError(`The program's \`describe\` ($) is wrong:\n${lines.join("\n")}`);
  }

  /**
   * Asks for one operation and waits for the answer.
   *
   * @throws ProgramRefusal for a refusal, ProgramError for everything that is no answer.
   */
  call(op: WireOperationName, input: unknown, context: unknown = {}): unknown {
    if (this.incident !== undefined) throw new ProgramError(this.incident);
    this.drain();
    if (!this.isRunning) this.restart();
    this.asked += 1;
    const question = { message: "run", seq: `q-${this.asked}`, op, input, context } as const;
    const line = JSON.stringify(question);
    if (this.settings.validates) this.checkQuestion(JSON.parse(line) as typeof question);
    this.link.ask(line);
    const arrived = this.link.wait(this.settings.timeoutMilliseconds);
    if (arrived.kind !== "line") return this.broken(arrived, op);
    return this.answer(arrived.text, question);
  }

  /** Tells what has broken since the last time, once. The next call starts the program again. */
  takeIncident(): Incident | undefined {
    this.drain();
    const { incident } = this;
    if (incident?.isFinal !== true) this.incident = undefined;
    return incident;
  }

  /** Lets the program end by itself, and ends it otherwise. */
  async close(): Promise<void> {
    if (this.isRunning) {
      this.link.tell(JSON.stringify({ message: "stop" }));
      this.link.wait(stopMilliseconds);
    }
    this.isRunning = false;
    await this.link.close();
  }

  private start(): Arrived {
    this.link.start();
    this.link.ask(JSON.stringify({ message: "start", protocol: protocolVersion }));
    const arrived = this.link.wait(this.settings.startMilliseconds);
    this.isRunning = arrived.kind === "line";
    if (!this.isRunning) this.link.kill();
    return arrived;
  }

  private restart(): void {
    const { restarts } = this.settings;
    this.starts += 1;
    if (this.starts > restarts) {
      this.fail({
        outcome: "error",
        note: `broke down more than ${restarts} times; mend the first failure, and see one with --case <id>`,
        isFinal: true,
      });
    }
    const arrived = this.start();
    if (arrived.kind === "line") return;
    const why = arrived.kind === "gone" ? arrived.why : "did not answer";
    this.fail({ outcome: "error", note: `could not be started again: it ${why}`, isFinal: true });
  }

  private answer(line: string, question: { readonly seq: string; readonly op: WireOperationName }): unknown {
    const { op, seq } = question;
    const answer = readAnswer(line, seq);
    if (answer.kind === "none") {
      this.show(line);
      this.stop();
      return this.fail(incidentOf("error", `answered \`${op}\` with ${answer.fault}`));
    }
    const problem = this.settings.validates ? problemOfAnswer(op, answer.message) : undefined;
    if (problem !== undefined) {
      this.settings.log(`Schema: the program's answer to ${op} is wrong: ${problem}\n`);
      return this.fail(incidentOf("error", `answered \`${op}\` against the schema, see the log`));
    }
    if (answer.kind === "ok") return frozen(answer.value);
    if (answer.kind === "errored") {
      this.settings.log(`The program failed at ${op}: ${answer.text.slice(0, 300)}\n`);
      return this.fail(incidentOf("error", `says that it failed at \`${op}\``));
    }
    throw new ProgramRefusal(answer.code, answer.refusal);
  }

  private checkQuestion(question: { readonly op: WireOperationName }): void {
    const problem = problemOfQuestion(question);
    if (problem === undefined) return;
    const fault = new ProtocolFault(`The suite's question ${question.op} is wrong: ${problem}`);
    this.settings.log(`Schema: ${fault.message}\n`);
    this.incident = { outcome: "error", note: "was asked wrongly", isFinal: true, fault };
    throw fault;
  }

  /** What came without being asked for belongs to what ran when it came. */
  private drain(): void {
    const arrived = this.isRunning ? this.link.next() : undefined;
    if (arrived !== undefined) this.broken(arrived, undefined, true);
  }

  private broken(arrived: Arrived, op: WireOperationName | undefined, isQuiet = false): never | undefined {
    this.stop();
    const at = op === undefined ? "" : ` at \`${op}\``;
    const { timeoutMilliseconds } = this.settings;
    let incident = incidentOf("error", `wrote a line that nobody had asked for${at}`);
    if (arrived.kind === "late")
      incident = incidentOf("timeout", `did not answer${at} within ${timeoutMilliseconds} ms`);
    if (arrived.kind === "gone") incident = incidentOf("error", `${arrived.why}${at}`);
    if (arrived.kind === "broken") {
      this.show(arrived.text);
      incident = incidentOf("error", `wrote ${arrived.fault}${at}`);
    }
    this.incident ??= incident;
    if (isQuiet) return undefined;
    throw new ProgramError(incident);
  }

  private fail(incident: Incident): never {
    this.incident = incident;
    throw new ProgramError(incident);
  }

  private stop(): void {
    this.isRunning = false;
    this.link.kill();
  }

  /** Shows the author what was taken for no answer; results never hold it. */
  private show(line: string): void {
    if (line !== "") this.settings.log(`The program wrote: ${line.slice(0, 200)}\n`);
  }
}

import { SubjectError } from "../subject/check-subject.js";
import type { Incident } from "../subject/subject.js";

/** A refusal of the program: what stood in `error`, whole, so that nothing that it shows stays unseen. */
export class ProgramRefusal extends Error {
  override name = "ProgramRefusal";
  readonly code: string;
  declare readonly path?: string;
  readonly answer: unknown;

  constructor(code: string, answer: unknown) {
    const { message, path } = (typeof answer === "object" && answer !== null ? answer : {}) as Record<string, unknown>;
    super(typeof message === "string" ? message : "The program gave no message.");
    this.code = code;
    if (typeof path === "string") this.path = path;
    this.answer = answer;
  }
}

/** The program broke down, was late, or does not keep to the protocol. */
export class ProgramError extends SubjectError {
  override name = "ProgramError";
  readonly incident: Incident;

  constructor(incident: Incident) {
    super(`The program ${incident.note}.`);
    this.incident = incident;
  }
}

/** The suite itself has sent something that its own schema does not allow. */
export class ProtocolFault extends Error {
  override name = "ProtocolFault";
}

/** Something that the caller of this package got wrong. `code` is stable; no message contains a secret or a token. */
export class EmulatorError extends Error {
  /** What was wrong: the settings, a limit, or a question that makes no sense. */
  readonly code: "settings" | "limit" | "action";

  constructor(code: EmulatorError["code"], message: string) {
    super(message);
    this.name = "EmulatorError";
    this.code = code;
  }
}

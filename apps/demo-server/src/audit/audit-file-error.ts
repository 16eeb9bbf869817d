/** An audit file that must not be written to. The message says why and what to do. */
export class AuditFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AuditFileError";
  }

  /** Errors of the system name the path and the cause, and nothing else. */
  static of(error: unknown): AuditFileError {
    if (error instanceof AuditFileError) return error;
    const code = (error as { readonly code?: unknown } | null)?.code;
    return new AuditFileError(`The audit file cannot be opened${typeof code === "string" ? ` (${code})` : ""}.`);
  }
}

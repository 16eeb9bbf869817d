/** An audit file that must not be written to. The message says why and what to do. */
export class AuditFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AuditFileError";
  }

  /** Of errors of the system the code says enough; their messages name the path. */
  static of(error: unknown): AuditFileError {
    if (error instanceof AuditFileError) return error;
    const code = (error as { readonly code?: unknown } | null)?.code;
    const cause = typeof code === "string" ? ` (${code})` : "";
    return new AuditFileError(
      `ROOMPASS_AUDIT_FILE cannot be opened${cause}. Name a file in a folder that this user may write to.`,
    );
  }
}

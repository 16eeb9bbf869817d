/** What can stop a whole run; what is wrong with one line is in the rejects and stops nothing. */
export type MigrateCode =
  | "migrate.options"
  | "migrate.setup"
  | "migrate.input"
  | "migrate.output-exists"
  | "migrate.journal"
  | "migrate.locked"
  | "migrate.unwritten"
  | "migrate.vendor"
  | "migrate.worker"
  | "migrate.queue";

/** A `MigrateError` as plain data. */
export interface MigrateErrorData {
  /** Stable; branch on it. */
  readonly code: MigrateCode;
  /** One sentence, without anything of the input. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly cure?: string | undefined;
}

/** A run that cannot begin or go on. Its message holds no token, no secret and nothing of the input. */
export class MigrateError extends Error {
  override name = "MigrateError";
  /** Stable; branch on it. */
  readonly code: MigrateCode;
  /** What to do about it, in one sentence. */
  readonly cure: string | undefined;

  constructor(code: MigrateCode, message: string, cure?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.cure = cure;
  }

  /** As plain data, which goes from one thread or machine to another. */
  toJSON(): MigrateErrorData {
    return { code: this.code, message: this.message, cure: this.cure };
  }
}

/** The system's code of an error, such as `ENOSPC`; empty where there is none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

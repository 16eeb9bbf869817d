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
  /** Whether `restart: true` would let the run begin, too. */
  readonly canRestart?: true;
  /** The option of `migrate` that it is about, where it is one file. */
  readonly option?: FileOption;
}

/** Options of `migrate` that name a file. */
export type FileOption = "input" | "output" | "rejects" | "journal";

/** What is known of an error beside its message. */
export interface MigrateErrorDetails {
  /** What led to it. */
  readonly cause?: unknown;
  /** Whether `restart: true` would let the run begin, too. Default `false`. */
  readonly canRestart?: boolean;
  /** The option of `migrate` that it is about, where it is one file. */
  readonly option?: FileOption;
}

/** A run that cannot begin or go on. Its message holds no token, no secret and nothing of the input. */
export class MigrateError extends Error {
  override name = "MigrateError";
  /** Stable; branch on it. */
  readonly code: MigrateCode;
  /** What to do about it, in one sentence. */
  readonly cure: string | undefined;
  /**
   * Whether `restart: true` would let the run begin, too. It replaces output, rejects and journal of the earlier run, so
   * that it is for whoever called to choose.
   */
  readonly canRestart: boolean;
  /** The option of `migrate` that it is about, where it is one file. */
  readonly option: FileOption | undefined;

  constructor(code: MigrateCode, message: string, cure?: string, options: MigrateErrorDetails = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.cure = cure;
    this.canRestart = options.canRestart === true;
    this.option = options.option;
  }

  /** As plain data, which goes from one thread or machine to another. */
  toJSON(): MigrateErrorData {
    const { code, message, cure, option } = this;
    return {
      code,
      message,
      cure,
      ...(this.canRestart ? { canRestart: true } : {}),
      ...(option === undefined ? {} : { option }),
    };
  }
}

/** The system's code of an error, such as `ENOSPC`; empty where there is none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The name of an error, where it is a plain word: of errors that are not ours nothing else is repeated. */
export function errorName(error: unknown): string {
  return error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "unknown error";
}

import type { MigrateCode } from "@roompass/migrate";
import { type ExitCode, exitCodes } from "../exit-codes.js";

/** Codes of what goes wrong around the library; everything else carries one of core's error codes. */
export type CommandCode =
  | "command.usage"
  | "command.no-input"
  | "command.input-too-long"
  | "command.unreadable-file"
  | "command.not-json"
  | "command.not-a-token"
  | "command.looks-like-a-key"
  | "command.secret-on-command-line"
  | "command.credentials-file"
  | "command.missing-credentials"
  | "command.unknown-vendor"
  | "command.not-confirmed"
  | "command.bug"
  | MigrateCode;

interface CommandErrorOptions {
  readonly exitCode?: ExitCode;
  readonly path?: string;
  readonly cure?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Something is wrong with how the command was called or with what it was given. Like the library's errors it never
 * repeats a token, a key or the value of an option.
 */
export class CommandError extends Error {
  override name = "CommandError";
  readonly code: CommandCode;
  readonly exitCode: ExitCode;
  readonly path: string | undefined;
  readonly cure: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: CommandCode, message: string, options: CommandErrorOptions = {}) {
    super(message);
    this.code = code;
    this.exitCode = options.exitCode ?? exitCodes.usage;
    this.path = options.path;
    this.cure = options.cure;
    this.details = options.details;
  }
}

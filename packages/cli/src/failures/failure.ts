import { errorCodes, type Refusal, RoompassError, TranslationError } from "@roompass/core";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { inOptions } from "../output/policy-words.js";
import { CommandError } from "./command-error.js";

/** One thing out of several that an error is about, such as one field of a grant. */
export interface FailureIssue {
  readonly path: string;
  readonly message: string;
  readonly cure?: string;
}

/** Any error in the form in which it is shown: as text for people, as JSON for scripts. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
  readonly path?: string;
  readonly cure?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly refusals?: readonly Refusal[];
  readonly issues?: readonly FailureIssue[];
  /** Where in roompass it happened; only for a bug. */
  readonly frames?: readonly string[];
}

function exitCodeOf(error: RoompassError): ExitCode {
  const { phase } = errorCodes[error.code];
  if (phase === "request") return exitCodes.vendor;
  return phase === "usage" ? exitCodes.usage : exitCodes.refused;
}

function isIssue(value: unknown): value is FailureIssue {
  return typeof value === "object" && value !== null && "path" in value && "message" in value;
}

function issuesOf(details: Readonly<Record<string, unknown>> | undefined): readonly FailureIssue[] {
  const issues = details?.["issues"];
  return Array.isArray(issues) ? issues.filter(isIssue) : [];
}

/** The places in the program, without the message: that could hold what was being worked on. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error && typeof error.stack === "string" ? error.stack : "";
  return stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "))
    .slice(0, 12);
}

function bug(error: unknown): Failure {
  const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : "unknown error";
  return {
    code: "command.bug",
    message: `roompass itself failed (${name}). This is a bug.`,
    exitCode: exitCodes.refused,
    cure: "Please report it with the lines below and the command's name. They hold no token, key or grant; add none.",
    frames: framesOf(error),
  };
}

export function failureOf(error: unknown): Failure {
  if (error instanceof CommandError) {
    const { code, message, exitCode, path, cure, details } = error;
    return {
      code,
      message,
      exitCode,
      ...(path === undefined ? {} : { path }),
      ...(cure === undefined ? {} : { cure }),
      ...(details === undefined ? {} : { details }),
    };
  }
  if (!RoompassError.isInstance(error)) return bug(error);
  const { code, path, details } = error;
  const issues = issuesOf(details);
  return {
    code,
    message: inOptions(error.message),
    exitCode: exitCodeOf(error),
    ...(path === undefined || path === "" ? {} : { path }),
    cure: inOptions(error.cure ?? errorCodes[code].cure),
    ...(details === undefined ? {} : { details }),
    ...(error instanceof TranslationError ? { refusals: error.refusals } : {}),
    ...(issues.length > 0 ? { issues } : {}),
  };
}

import { type ErrorCode, errorCodes, RoompassError, type TranslationError } from "@roompass/core";
import { itemsOfIssues, itemsOfRefusals } from "./problem-items.js";
import { type ServiceCode, type ServiceCodeEntry, serviceCodes } from "./service-codes.js";
import { type ProblemItem, ServiceError } from "./service-error.js";
import { statusOfCode } from "./status-of-code.js";

/** An RFC 9457 problem, with the members that every one of this service has. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable; branch on this. */
  readonly code: string;
  readonly detail?: string;
  readonly cure: string;
  readonly path?: string;
  readonly errors?: readonly ProblemItem[];
  readonly requestId: string;
}

/** A problem before it is written, with the headers that belong to it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the operator should hear of it. */
  readonly unexpected: boolean;
}

export interface ProblemContext {
  readonly errorsUrl: string;
  readonly requestId: string;
}

function entryOf(code: ServiceCode): ServiceCodeEntry {
  return serviceCodes[code];
}

function headersOf(error: ServiceError, status: number): Readonly<Record<string, string>> {
  const { headers = {} } = error.options;
  return status === 503 && !("retry-after" in headers) ? { ...headers, "retry-after": "1" } : headers;
}

function ofService(error: ServiceError, context: ProblemContext): ProblemAnswer {
  const { code } = error;
  const { status, title, cure } = entryOf(code);
  const { path, detail, errors } = error.options;
  return {
    problem: {
      type: `${context.errorsUrl}#${code}`,
      title,
      status,
      code,
      ...(detail === undefined ? {} : { detail }),
      cure,
      ...(path === undefined ? {} : { path }),
      ...(errors === undefined ? {} : { errors }),
      requestId: context.requestId,
    },
    headers: headersOf(error, status),
    unexpected: status === 500,
  };
}

function errorsOf(error: RoompassError): readonly ProblemItem[] | undefined {
  // By what it has: another copy of core has another class.
  if ("refusals" in error) return itemsOfRefusals((error as TranslationError).refusals);
  return itemsOfIssues(error.details?.["issues"]);
}

function ofRoompass(error: RoompassError, status: number, context: ProblemContext): ProblemAnswer {
  const code: ErrorCode = error.code;
  const errors = errorsOf(error);
  const seconds = error.details?.["retryAfterSeconds"];
  const retryAfter = typeof seconds === "number" ? String(Math.min(seconds, 3600)) : "1";
  return {
    problem: {
      type: `${context.errorsUrl}#${code}`,
      title: errorCodes[code].cause,
      status,
      code,
      detail: error.message,
      cure: error.cure,
      ...(error.path === undefined ? {} : { path: error.path }),
      ...(errors === undefined ? {} : { errors }),
      requestId: context.requestId,
    },
    headers: status === 503 ? { "retry-after": retryAfter } : {},
    unexpected: false,
  };
}

/** Whatever was thrown, as a problem. What is not known to be harmless shows nothing of itself. */
export function problemOf(error: unknown, context: ProblemContext): ProblemAnswer {
  if (error instanceof ServiceError) return ofService(error, context);
  if (RoompassError.isInstance(error) && Object.hasOwn(errorCodes, error.code)) {
    const status = statusOfCode(error.code);
    if (status !== 500) return ofRoompass(error, status, context);
  }
  return { ...ofService(new ServiceError("http.internal"), context), unexpected: true };
}

/** The code that records and metrics know an error by. */
export function codeOf(error: unknown): string {
  if (error instanceof ServiceError) return error.code;
  return RoompassError.isInstance(error) && Object.hasOwn(errorCodes, error.code) ? error.code : "http.internal";
}

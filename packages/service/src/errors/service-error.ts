import type { ServiceCode } from "./service-codes.js";

/** One thing that is wrong, at one place. No value of the request is repeated. */
export interface ProblemItem {
  readonly path: string;
  /** A code of the list of errors, or a word for a schema's complaint. */
  readonly code: string;
  readonly message: string;
  readonly cure?: string;
  /** For a refused translation: the setting or the policy that would change it. */
  readonly remedy?: unknown;
}

export interface ServiceErrorOptions {
  readonly path?: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemItem[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What the service's operator should know; never sent. */
  readonly cause?: unknown;
}

/** Ends a request with a problem of the service's own list. */
export class ServiceError extends Error {
  readonly code: ServiceCode;
  readonly options: ServiceErrorOptions;

  constructor(code: ServiceCode, options: ServiceErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.options = options;
  }
}

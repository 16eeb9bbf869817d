import { type ErrorCode, errorCodes } from "./codes.js";

const brand: symbol = Symbol.for("roompass.error");

/** What an error is built from. Nothing here may hold a secret, a token or the value of a claim. */
export interface RoompassErrorOptions {
  /** Where it went wrong: a `Grant` path (`rights.publish.camera`), a claim (`claims.exp`) or an option name. */
  path?: string;
  /** Plain data for programs: names, lengths, limits, times. Never claim values, tokens or keys. */
  details?: Readonly<Record<string, unknown>>;
  /** What to do about it, in one sentence. */
  cure?: string;
  /** The error behind it. Never in `toJSON`. */
  cause?: unknown;
}

/**
 * The base of every error that roompass throws.
 *
 * `code` is stable and comes from one list (`errorCodes`); branch on it, never on `message`.
 * Use `RoompassError.isInstance(error)` rather than `instanceof`, so that two installed copies still match.
 */
export class RoompassError extends Error {
  override name = "RoompassError";
  /** One of `errorCodes`; stable. */
  readonly code: ErrorCode;
  // Only declared: a field would be a member even where there is nothing to say.
  /** Where it went wrong: a grant path, a claim or an option name. */
  declare readonly path?: string;
  /** Plain data for programs: names, lengths, limits, times. */
  declare readonly details?: Readonly<Record<string, unknown>>;
  /** What to do about it: the particular advice, or that of the list of codes. */
  readonly cure: string;

  constructor(code: ErrorCode, message: string, options: RoompassErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.path !== undefined) this.path = options.path;
    if (options.details !== undefined) this.details = options.details;
    // An outdated copy of the list may not have the code of an adapter's newer copy.
    this.cure = options.cure ?? errorCodes[code]?.cure ?? "See the list of codes.";
    Object.defineProperty(this, brand, { value: true });
  }

  /** Whether something was thrown by any copy of roompass. */
  static isInstance(value: unknown): value is RoompassError {
    return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[brand] === true;
  }

  /** The error as plain data, safe to log and to send. `cause` and `stack` are left out. */
  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      code: this.code,
      message: this.message,
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(this.details === undefined ? {} : { details: this.details }),
      cure: this.cure,
    };
  }
}

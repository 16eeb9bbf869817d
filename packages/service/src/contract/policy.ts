import type { Entry, Purpose, RightsInput, Stay } from "@roompass/core";
import type { RateLimit } from "./store.js";

/** What callers can do. */
export type Operation = "issue" | "verify" | "translate" | "invite";

/** A room by its exact name, every room whose name begins in a certain way, or any, tokens for all rooms included. */
export type RoomRule = { readonly name: string } | { readonly prefix: string } | { readonly any: true };

/**
 * Whom a caller may let in: exactly these ids, ids that begin in a certain way, or any id. One id alone need not be said
 * in requests, since it is the only one that it can be.
 */
export type ParticipantRule =
  | { readonly ids: readonly string[] }
  | { readonly prefix: string }
  | { readonly any: true };

/**
 * The most that a caller may ask for. A request has to lie within it, by the same order on rights as translation; what
 * does not is refused with every path, and never cut down.
 */
export interface CallerPolicy {
  /** Default `["issue", "verify", "translate"]`. */
  readonly operations?: readonly Operation[];
  /** Providers by their full names: `daily`, `daily/eu`. */
  readonly providers: readonly string[];
  /** At least one rule; a room has to fit one of them, to the letter. */
  readonly rooms: readonly RoomRule[];
  /** The longest life of a token from now on, in seconds. */
  readonly maxSeconds: number;
  /**
   * The highest rights, as in a grant: `true` may be given. `false` has to be withheld for certain: a token whose vendor
   * does not document that it withholds it is refused. A right that is not named may not be asked for, and a token that
   * could give more of it than its vendor gives to everybody is refused; what the vendor or the room gives to everybody
   * is left to them. `visible` is `true` unless it is named: hiding is the power.
   */
  readonly rights: RightsInput;
  /** Whose names the caller's tokens may carry. */
  readonly participants: ParticipantRule;
  /** Allows tokens that are bound to nobody. Default false. */
  readonly unboundParticipants?: boolean;
  /** Default `direct`; `ask` refuses tokens whose holder walks in. */
  readonly entry?: Entry;
  /** Default `participant`. */
  readonly purpose?: readonly Purpose[];
  /** The longest stay; a token that lets somebody stay longer is refused. Default: no limit. */
  readonly stay?: Stay;
  /** What may start by itself when somebody joins. Default nothing. */
  readonly automation?: { readonly record?: boolean; readonly transcribe?: boolean };
  /**
   * Allows `extensions`, what only one vendor has and the order on rights knows nothing about. Default false: with them
   * a caller may get more than `rights` says.
   */
  readonly extensions?: boolean;
  /** Allows translating tokens that nobody verified. Default false. */
  readonly trustUnverified?: boolean;
  /** Default `limits.perKey`. */
  readonly rate?: RateLimit;
}

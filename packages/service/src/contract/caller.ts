import type { CallerPolicy } from "./policy.js";

/** One secret of a caller, as it is kept: digested, so that a stolen list opens nothing. */
export interface SecretDigest {
  /** SHA-256 of the secret part's UTF-8 text (what follows the first dot of `id.secret`), as 64 lower-case hex digits. */
  readonly sha256: string;
  /** Unix seconds; at and after this the secret opens nothing. Absent = no end. For rotation. */
  readonly notAfter?: number;
}

/** Somebody who may call. */
export interface Caller {
  /** At least one; several while a secret is being replaced. */
  readonly secretDigests: readonly SecretDigest[];
  /** The most that they may ask for. */
  readonly policy: CallerPolicy;
  /** Unix seconds; at and after this the caller is nobody. Absent = no end. */
  readonly notAfter?: number;
}

/** Finds callers. */
export interface CallerDirectory {
  /**
   * A caller by the id of its key: 1 to 64 of `A-Z a-z 0-9 _ -`, checked before this is called. Look it up in a `Map`, never
   * as a member of an object. `undefined` = nobody. Rejecting is answered with 503. Return the very same policy object for as
   * long as nothing in it changes: it is checked once for each object, and a change inside one is not seen.
   */
  find(id: string): Caller | undefined | Promise<Caller | undefined>;
}

/** So many in so many seconds, in a window that begins with the first. */
export interface RateLimit {
  /** Most requests in one window, a whole number of at least 1. */
  readonly requests: number;
  /** Length of a window, in seconds. */
  readonly seconds: number;
}

/** What became of taking one. */
export interface RateVerdict {
  /** Whether there was one left. */
  readonly allowed: boolean;
  /** How many are left in this window, 0 when refused. */
  readonly remaining: number;
  /** Whole seconds until the window ends, at least 1 when refused. */
  readonly resetSeconds: number;
}

/** What there is about an idempotency key. */
export type IdempotencyState =
  /** Nobody was here: the caller of `begin` works on it now, and has to `finish` or `abandon` it. */
  | { readonly state: "new" }
  /** Somebody works on it. */
  | { readonly state: "running" }
  /** The key was used for another request. */
  | { readonly state: "other-request" }
  /** It was answered: with exactly this. */
  | { readonly state: "finished"; readonly answer: string }
  /** There is no room to remember it. */
  | { readonly state: "full" }
  /** There is none for more of this caller's, who has to wait until others end. */
  | { readonly state: "too-many" };

/**
 * What several instances have to know together. Keys are opaque texts of at most 200 printable ASCII characters without a
 * token, a secret or a caller's own text in them.
 *
 * What a method cannot do it rejects, and the request ends with 503 and mints nothing: nothing here guesses. A store that
 * rather goes on without its server decides that by itself, for rate limits only.
 */
export interface ServiceStore {
  /** Takes one of a limit, atomically: of N allowed and any number at once, exactly N are allowed. */
  take(key: string, limit: RateLimit): Promise<RateVerdict>;
  /**
   * Uses an id up, atomically: exactly one caller ever gets `first`, until `expiresAt`. `full` when it cannot be remembered.
   *
   * @param expiresAt Unix seconds; from then on it may be forgotten.
   * @param madeAt Unix seconds. A store that has not remembered since then does not know, and answers `used`: one in memory
   *   after a restart.
   */
  useOnce(id: string, expiresAt: number, madeAt?: number): Promise<"first" | "used" | "full">;
  /**
   * Begins work under an idempotency key, atomically: of any number at once, exactly one gets `new`.
   *
   * @param fingerprint Of the request; another one for the same key is `other-request`.
   * @param expiresAt Unix seconds; from then on it may be forgotten, whatever became of it.
   * @param caller Whose key it is, for a store that lets no caller take all of its room.
   */
  begin(key: string, fingerprint: string, expiresAt: number, caller: string): Promise<IdempotencyState>;
  /** Records the answer. `answer` is encrypted for the caller who asked. */
  finish(key: string, fingerprint: string, answer: string, expiresAt: number): Promise<void>;
  /** Forgets that it was begun: nothing was done. */
  abandon(key: string, fingerprint: string): Promise<void>;
  /** Whether it works, for `/readyz`. */
  ready(): boolean | Promise<boolean>;
}

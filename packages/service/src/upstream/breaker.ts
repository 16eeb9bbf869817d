/** When a vendor that fails is left alone, and for how long. */
export interface BreakerSettings {
  /** Failures in a row that open it. Default 5. */
  readonly failures?: number;
  /** How long it stays open before one request may try, in milliseconds. Default 10000. */
  readonly openMilliseconds?: number;
}

/**
 * Stops calling somebody who does not answer. After some failures in a row nobody is let through for a while; then one is,
 * and what becomes of that one decides. Runs on a clock that never goes backwards: with the wall clock, one that is set
 * back an hour would keep it open for an hour.
 */
export class Breaker {
  readonly #most: number;
  readonly #openMilliseconds: number;
  readonly #now: () => number;
  #failures = 0;
  #openedAt: number | undefined;
  #isTrying = false;

  constructor(settings: BreakerSettings, now: () => number) {
    this.#most = settings.failures ?? 5;
    this.#openMilliseconds = settings.openMilliseconds ?? 10_000;
    this.#now = now;
  }

  get state(): "closed" | "open" | "half-open" {
    if (this.#openedAt === undefined) return "closed";
    return this.#now() - this.#openedAt >= this.#openMilliseconds ? "half-open" : "open";
  }

  /** Whether a request may be sent. Whoever gets true has to report what became of it. */
  enter(): boolean {
    const { state } = this;
    if (state === "closed") return true;
    if (state === "open" || this.#isTrying) return false;
    this.#isTrying = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openedAt = undefined;
    this.#isTrying = false;
  }

  failed(): void {
    this.#failures += 1;
    const wasTrying = this.#isTrying;
    this.#isTrying = false;
    if (wasTrying || this.#failures >= this.#most) this.#openedAt = this.#now();
  }
}

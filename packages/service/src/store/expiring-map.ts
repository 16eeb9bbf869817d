interface Entry<Value> {
  readonly value: Value;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** A map of bounded size whose entries end. Ended ones are swept when there is no room, and at most once a second. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #most: number;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string, now: number): Value | undefined {
    const entry = this.#entries.get(key);
    // Written so that a clock that is no number finds nothing ended.
    if (entry === undefined || entry.expiresAt <= now) return undefined;
    return entry.value;
  }

  /** Adds or replaces an ended entry; false when there is no room. */
  add(key: string, value: Value, expiresAt: number, now: number): boolean {
    if (!this.#entries.has(key) && this.#entries.size >= this.#most) {
      this.#sweep(now);
      if (this.#entries.size >= this.#most) return false;
    }
    this.#entries.set(key, { value, expiresAt });
    return true;
  }

  /** Adds, and forgets the oldest when there is no room. */
  make(key: string, value: Value, expiresAt: number, now: number): void {
    if (this.add(key, value, expiresAt, now)) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(key, { value, expiresAt });
  }

  replace(key: string, value: Value, expiresAt: number): void {
    this.#entries.set(key, { value, expiresAt });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < 1) return;
    this.#sweptAt = now;
    for (const [key, { expiresAt }] of this.#entries) {
      if (expiresAt <= now) this.#entries.delete(key);
    }
  }
}

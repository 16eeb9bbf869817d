interface Entry<Value> {
  readonly value: Value;
  /** Whose it is; a group may have so many entries and no more. */
  readonly group: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** A map of bounded size whose entries end. Ended ones are swept when there is no room, and at most once a second. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #sizes = new Map<string, number>();
  readonly #most: number;
  readonly #mostOfGroup: number;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(most: number, mostOfGroup: number = most) {
    this.#most = most;
    this.#mostOfGroup = mostOfGroup;
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

  /** Adds or replaces an ended entry, unless there is no room at all, or none for its group. */
  add(key: string, value: Value, expiresAt: number, now: number, group = ""): "added" | "full" | "group-full" {
    this.delete(key);
    if (this.#lacksRoom(group)) this.#sweep(now);
    if (this.#entries.size >= this.#most) return "full";
    if (this.#sizeOf(group) >= this.#mostOfGroup) return "group-full";
    this.#entries.set(key, { value, expiresAt, group });
    this.#sizes.set(group, this.#sizeOf(group) + 1);
    return "added";
  }

  /** Adds, and forgets the oldest when there is no room. */
  make(key: string, value: Value, expiresAt: number, now: number): void {
    if (this.add(key, value, expiresAt, now) === "added") return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.delete(oldest);
    this.add(key, value, expiresAt, now);
  }

  /** Changes what is there, and when it ends. */
  replace(key: string, value: Value, expiresAt: number): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined) this.#entries.set(key, { ...entry, value, expiresAt });
  }

  delete(key: string): void {
    const group = this.#entries.get(key)?.group;
    if (group === undefined) return;
    this.#entries.delete(key);
    const left = this.#sizeOf(group) - 1;
    if (left > 0) this.#sizes.set(group, left);
    else this.#sizes.delete(group);
  }

  #sizeOf(group: string): number {
    return this.#sizes.get(group) ?? 0;
  }

  #lacksRoom(group: string): boolean {
    return this.#entries.size >= this.#most || this.#sizeOf(group) >= this.#mostOfGroup;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < 1) return;
    this.#sweptAt = now;
    for (const [key, { expiresAt }] of this.#entries) {
      if (expiresAt <= now) this.delete(key);
    }
  }
}

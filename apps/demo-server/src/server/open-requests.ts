/** Counts requests that are not answered yet. */
export class OpenRequests {
  #open = 0;
  #whenNone: (() => void)[] = [];

  get count(): number {
    return this.#open;
  }

  begin(): void {
    this.#open += 1;
  }

  end(): void {
    this.#open -= 1;
    if (this.#open > 0) return;
    const waiting = this.#whenNone;
    this.#whenNone = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves when none is open. */
  none(): Promise<void> {
    if (this.#open === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenNone.push(resolve));
  }
}

/** What the clock needs of the platform. */
export interface TurnPlatform {
  /** Milliseconds that never go backwards. */
  readonly now: () => number;
  /** Calls back when everything that was ready is done. */
  readonly atEndOfTurn: (callback: () => void) => void;
}

const platform: TurnPlatform = {
  now: () => performance.now(),
  atEndOfTurn: (callback) => void setImmediate(callback),
};

/**
 * How long the event loop has been working on what was ready when its turn began.
 *
 * With more requests than can be answered, they do not show as open ones: they wait in their connections, and each turn of
 * the loop takes all that are there, one after the other. Who comes late in a turn has waited for as long as it lasts, and
 * so will everybody behind.
 */
export class TurnClock {
  readonly #platform: TurnPlatform;
  #began: number | undefined;

  constructor(of: TurnPlatform = platform) {
    this.#platform = of;
  }

  /** Milliseconds since the first call of this turn. */
  get elapsed(): number {
    const now = this.#platform.now();
    if (this.#began === undefined) {
      this.#began = now;
      this.#platform.atEndOfTurn(() => {
        this.#began = undefined;
      });
    }
    return now - this.#began;
  }
}

import { ServiceError } from "../errors/service-error.js";

/** Told how many are in and how many wait. */
export type GateWatch = (running: number, waiting: number) => void;

/**
 * Lets so many work at a time and so many wait, first come, first served. Whoever comes beyond that is sent away at once:
 * work that nobody waits for any more is what keeps an overloaded service overloaded.
 */
export class Gate {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #watch: GateWatch;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(most: number, mostWaiting: number, watch: GateWatch = () => undefined) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
    this.#watch = watch;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** @throws ServiceError `http.overloaded` when as many are waiting as may. */
  enter(): Promise<void> | undefined {
    if (this.#running < this.#most) {
      this.#running += 1;
      this.#watch(this.#running, this.#queue.length);
      return undefined;
    }
    if (this.#queue.length >= this.#mostWaiting) throw new ServiceError("http.overloaded");
    return new Promise((resolve) => {
      this.#queue.push(resolve);
      this.#watch(this.#running, this.#queue.length);
    });
  }

  /** Every `enter` that did not throw needs one. The place goes to who waits longest. */
  leave(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#running -= 1;
    else next();
    this.#watch(this.#running, this.#queue.length);
  }
}

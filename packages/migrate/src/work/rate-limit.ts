import { setTimeout as wait } from "node:timers/promises";
import { MigrateError } from "../migrate-error.js";

/** What a limit needs of the world; a test gives its own, so that nobody waits. */
export interface Waiting {
  /** Milliseconds that only grow. */
  milliseconds(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<unknown>;
}

const realWaiting: Waiting = {
  milliseconds: () => performance.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
};

/** Hands out moments for requests, evenly: so many a second, all workers of a process together. */
export class RateLimit {
  readonly #gap: number;
  readonly #waiting: Waiting;
  readonly #stop = new AbortController();
  #next = 0;

  constructor(perSecond: number, waiting: Waiting = realWaiting) {
    if (!(perSecond > 0 && perSecond <= 10_000)) {
      throw new MigrateError("migrate.setup", "`requestsPerSecond` is not a number above zero and up to 10000.");
    }
    this.#gap = 1000 / perSecond;
    this.#waiting = waiting;
  }

  /** Resolves when the next request may go out. @throws when the run was stopped in the meantime. */
  async turn(): Promise<void> {
    const now = this.#waiting.milliseconds();
    const mine = Math.max(now, this.#next);
    this.#next = mine + this.#gap;
    await this.#sleep(mine - now);
  }

  /** Lets nobody through for a while, and waits. @throws when the run was stopped in the meantime. */
  async pause(milliseconds: number): Promise<void> {
    this.#next = Math.max(this.#next, this.#waiting.milliseconds() + milliseconds);
    await this.#sleep(milliseconds);
  }

  /** Whoever waits stops waiting, and nobody gets a turn any more. */
  stop(): void {
    this.#stop.abort();
  }

  async #sleep(milliseconds: number): Promise<void> {
    const { signal } = this.#stop;
    if (milliseconds > 0 && !signal.aborted) await this.#waiting.sleep(milliseconds, signal).catch(() => undefined);
    if (signal.aborted) throw new StoppedWaiting();
  }
}

/** The run is to end; what was waiting is not done, and nothing of its chunk is written. */
export class StoppedWaiting extends Error {
  override name = "StoppedWaiting";
}

import { Worker } from "node:worker_threads";

/** Ends the process when a call of the adapter never comes back, and says which. */
export interface Watchdog {
  /** @param what What has begun, such as an id: as it can be printed. It may take so long until the next begins. */
  readonly begin: (what: string, milliseconds: number) => void;
  /** Nothing of the adapter's runs for now. */
  readonly rest: () => void;
  readonly end: () => Promise<void>;
}

const threadFile = new URL("../../scripts/lib/watchdog-thread.mjs", import.meta.url);

/** A watchdog in a thread of its own, which starts when something begins. */
export function nodeWatchdog(): Watchdog {
  let worker: Worker | undefined;
  return {
    begin(what, milliseconds) {
      if (worker === undefined) {
        worker = new Worker(threadFile, { execArgv: [] });
        worker.unref();
      }
      worker.postMessage({ what, milliseconds });
    },
    rest: () => worker?.postMessage(undefined),
    async end() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}

/** Taken before an adapter is loaded, which could replace it. */
const { setImmediate } = globalThis;

const events = ["unhandledRejection", "uncaughtException"] as const;

/** What failed beside the call that began it: a promise that nobody waits for, or something that runs later. */
export interface LooseEnds {
  /** Lets what was begun come to an end, stops watching, and hands over what failed first. */
  readonly end: () => Promise<{ readonly error: unknown } | undefined>;
}

/** Watches for failures that no call throws. Otherwise Node would print them, with the adapter's message, and end. */
export function watchLooseEnds(): LooseEnds {
  let first: { readonly error: unknown } | undefined;
  const note = (error: unknown): void => {
    first ??= { error };
  };
  for (const event of events) process.on(event, note);
  return {
    async end() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      for (const event of events) process.off(event, note);
      return first;
    },
  };
}

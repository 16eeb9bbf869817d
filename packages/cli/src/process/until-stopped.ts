const signals = ["SIGINT", "SIGTERM"] as const;

/** What is used of a process; named here so that the declarations need no types of Node. */
interface Signalled {
  on(signal: (typeof signals)[number], listener: () => void): unknown;
  off(signal: (typeof signals)[number], listener: () => void): unknown;
}

/** Resolves when somebody asks the process to end; after that, a second request ends it as if nobody had listened. */
export function untilStopped(process: Signalled): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

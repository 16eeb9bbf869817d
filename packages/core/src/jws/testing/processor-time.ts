/**
 * How long this process was at work on something, in milliseconds. Unlike the time on the wall it does not grow while
 * other programs have the processor, so that a bound on it can be kept on a busy machine.
 */
export function processorMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several tries: what the work itself costs, without what the collector and the compiler add at times. */
export function leastProcessorMilliseconds(work: () => unknown, tries = 3): number {
  return Math.min(...Array.from({ length: tries }, () => processorMilliseconds(work)));
}

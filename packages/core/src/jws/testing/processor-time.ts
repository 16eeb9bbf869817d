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

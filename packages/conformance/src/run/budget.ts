/** Processor time of this process in milliseconds: unlike the clock on the wall it stands still while others run. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export interface Stopwatch {
  readonly milliseconds: () => number;
  readonly attempts: number;
}

const ofThisProcess: Stopwatch = { milliseconds: processorMilliseconds, attempts: 3 };

/** All that can be seen of another process is the clock on the wall, which goes on while others run: more attempts. */
export const ofAnotherProcess: Stopwatch = { milliseconds: () => performance.now(), attempts: 10 };

/**
 * Runs something, and says whether it stayed within a budget of processor time. Other threads of this process and the
 * compiler count as well, so that one call within the budget among several is enough; without a budget it runs once.
 */
export async function withinBudget<Result>(
  milliseconds: number | undefined,
  run: () => Promise<Result>,
  { milliseconds: clock, attempts }: Stopwatch = ofThisProcess,
): Promise<{ readonly result: Result; readonly isWithinBudget?: boolean }> {
  if (milliseconds === undefined) return { result: await run() };
  for (let attempt = 1; ; attempt++) {
    const before = clock();
    const result = await run();
    const isWithinBudget = clock() - before <= milliseconds;
    if (isWithinBudget || attempt === attempts) return { result, isWithinBudget };
  }
}

import type { Broken } from "./support/broken.ts";
import { lenient } from "./support/lenient.ts";

const tooLong = 65_536;
/** Beyond the budget, on any machine. */
const workMicroseconds = 80_000;

function processorMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

export const broken: Broken = {
  fault: "works on a token before it looks at its length",
  make: () =>
    lenient((token) => {
      const before = processorMicroseconds();
      while (token.length > tooLong && processorMicroseconds() - before < workMicroseconds);
      return undefined;
    }, Number.POSITIVE_INFINITY),
};

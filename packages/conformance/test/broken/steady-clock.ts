import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "reads the clock that counts from the start",
  make: () =>
    referenceWith(({ join }) => ({
      join: (grant) => {
        const isOdd = grant.client?.language !== undefined && process.hrtime.bigint() < 0n;
        return isOdd ? {} : join(grant);
      },
    })),
};

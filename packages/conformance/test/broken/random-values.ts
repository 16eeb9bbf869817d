import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "takes random bytes",
  make: () =>
    referenceWith(({ join }) => ({
      join: (grant) => {
        const isOdd = grant.client?.language !== undefined && crypto.getRandomValues(new Uint8Array(1)).length > 1;
        return isOdd ? {} : join(grant);
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "makes up an identifier",
  make: () =>
    referenceWith(({ join }) => ({
      join: (grant) => {
        const isOdd = grant.client?.language !== undefined && crypto.randomUUID().length === 0;
        return isOdd ? {} : join(grant);
      },
    })),
};

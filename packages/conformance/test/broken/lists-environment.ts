import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "looks at which variables the environment has",
  make: () =>
    referenceWith(({ join }) => ({
      join: (grant) => {
        const isOdd =
          grant.client?.language !== undefined && Object.keys(process.env).includes("ROOMPASS_TEST_ONLY_NONE");
        return isOdd ? {} : join(grant);
      },
    })),
};

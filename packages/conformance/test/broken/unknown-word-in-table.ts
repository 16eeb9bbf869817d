import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "says in its table that a path is carried, in a word of its own",
  make: () =>
    referenceWith(({ capabilities }) => ({
      capabilities: {
        ...capabilities,
        "client.language": { ...capabilities["client.language"], carried: "yes" as "exact" },
      },
    })),
};

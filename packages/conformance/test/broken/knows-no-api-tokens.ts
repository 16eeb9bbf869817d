import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not know its own tokens for the server API",
  make: () =>
    referenceWith(({ recognize }) => ({
      recognize: (evidence) => ("purposes" in evidence.claims ? undefined : recognize(evidence)),
    })),
};

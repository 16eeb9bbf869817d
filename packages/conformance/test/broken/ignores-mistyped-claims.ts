import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "passes over claims whose value is not as documented",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => ({ ...fromClaims(claims), findings: [] }),
    })),
};

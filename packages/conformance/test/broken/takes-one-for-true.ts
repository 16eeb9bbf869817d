import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "reads 1 as true, and tells nobody",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => fromClaims(claims["closeTabOnExit"] === 1 ? { ...claims, closeTabOnExit: true } : claims),
    })),
};

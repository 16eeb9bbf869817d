import type { Broken } from "./support/broken.ts";
import { referenceWith, without } from "./support/broken.ts";

export const broken: Broken = {
  fault: "lets somebody walk in whose entry is a word that nobody knows",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => fromClaims(claims["entry"] === "ask" ? claims : without(claims, "entry")),
    })),
};

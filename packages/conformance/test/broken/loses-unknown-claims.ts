import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "loses claims that it does not know",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => {
        const native = fromClaims(claims);
        return { ...native, unknown: native.unknown["can"] === undefined ? {} : { can: native.unknown["can"] } };
      },
    })),
};

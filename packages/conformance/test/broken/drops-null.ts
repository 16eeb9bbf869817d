import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "takes an unknown member that is null for one that is not there",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => {
        const native = fromClaims(claims);
        const unknown = Object.entries(native.unknown).filter(([, value]) => value !== null);
        return { ...native, unknown: Object.fromEntries(unknown) };
      },
    })),
};

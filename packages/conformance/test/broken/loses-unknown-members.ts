import type { Broken } from "./support/broken.ts";
import { referenceWith, without } from "./support/broken.ts";

export const broken: Broken = {
  fault: "loses members that it does not know inside an object",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => {
        const native = fromClaims(claims);
        return { ...native, unknown: without(native.unknown, "can") };
      },
    })),
};

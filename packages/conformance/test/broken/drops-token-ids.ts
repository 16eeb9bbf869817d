import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "drops the id of a token, which it does not know",
  make: () => referenceWith(({ fromClaims }) => ({ fromClaims: ({ jti: _dropped, ...claims }) => fromClaims(claims) })),
};

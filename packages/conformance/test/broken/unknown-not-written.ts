import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not write what it does not know",
  make: () => referenceWith(({ toClaims }) => ({ toClaims: (native) => toClaims({ ...native, unknown: {} }) })),
};

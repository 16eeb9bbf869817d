import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "names a claim in its table that it does not write",
  make: () =>
    referenceWith(({ capabilities }) => ({
      capabilities: { ...capabilities, "participant.email": { ...capabilities["participant.email"], claim: "mail" } },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith, without } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not name the claim of the not-before in its table",
  make: () =>
    referenceWith(({ capabilities }) => ({
      capabilities: { ...capabilities, notBefore: without(capabilities.notBefore, "claim") },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "knows its tokens by the names of claims alone",
  make: () =>
    referenceWith(() => ({
      recognize: ({ claims }) =>
        "kind" in claims && "account" in claims ? { confidence: "certain", reason: "It has the names." } : undefined,
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "states facts without a source",
  make: () => referenceWith(({ harmless }) => ({ harmless: { ...harmless, trace: { source: "", asOf: "2026-11" } } })),
};

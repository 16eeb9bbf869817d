import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "is certain that every token is its own vendor's",
  make: () => referenceWith(() => ({ recognize: () => ({ confidence: "certain", reason: "It is a token." }) })),
};

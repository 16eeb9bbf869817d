import type { Broken } from "./support/broken.ts";
import { expecting } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "passes over an expectation that it does not know",
  make: () => expecting(({ expectations: { roomName: _, ...known } }) => known),
};

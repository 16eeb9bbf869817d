import type { Broken } from "./support/broken.ts";
import { passingOver } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "passes over a critical extension that it does not know",
  make: () => passingOver("crit", "b64", "x-policy"),
};

import type { Broken } from "./support/broken.ts";
import { passingOver } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "passes over a key that the token brings along",
  make: () => passingOver("jwk"),
};

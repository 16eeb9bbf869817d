import type { Broken } from "./support/broken.ts";
import { passingOver } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "tries every key, whatever key the token names",
  make: () => passingOver("kid"),
};

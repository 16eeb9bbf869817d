import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not write the not-before",
  make: () => writing((properties) => without(properties, "nbf")),
};

import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not write how long somebody may stay",
  make: () => writing((properties) => without(properties, "maxSeconds")),
};

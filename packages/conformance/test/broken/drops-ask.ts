import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not write that somebody has to ask",
  make: () => writing((properties) => (properties.entry === "ask" ? without(properties, "entry") : properties)),
};

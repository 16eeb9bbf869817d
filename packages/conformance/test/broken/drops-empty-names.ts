import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "takes an empty name for none",
  make: () => writing((properties) => (properties.name ? properties : without(properties, "name"))),
};

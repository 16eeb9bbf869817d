import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes no name where it writes an address",
  make: () => writing((properties) => (properties.email === undefined ? properties : without(properties, "name"))),
};

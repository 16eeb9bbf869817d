import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes a list of rooms as every room",
  make: () => writing((properties) => (Array.isArray(properties.room) ? without(properties, "room") : properties)),
};

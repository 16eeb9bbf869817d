import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes no expiry where the end of the stay is said",
  make: () =>
    writing((properties) => (properties.endsAtExpiry === undefined ? properties : without(properties, "exp"))),
};

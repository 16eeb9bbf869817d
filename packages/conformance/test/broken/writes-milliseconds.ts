import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes the not-before in milliseconds",
  make: () =>
    writing((properties) =>
      properties.nbf === undefined ? properties : { ...properties, nbf: properties.nbf * 1000 },
    ),
};

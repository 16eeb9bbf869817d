import type { Broken } from "./support/broken.ts";
import { without, writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not write whom a token is bound to",
  make: () => writing((properties) => without(properties, "user")),
};

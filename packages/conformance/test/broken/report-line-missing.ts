import type { Broken } from "./support/broken.ts";
import { reporting } from "./support/silent.ts";

export const broken: Broken = {
  fault: "drops a description without a line in the report",
  make: () => reporting(() => []),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "lists the algorithm none",
  make: () => referenceWith(() => ({ header: { algorithms: ["HS256", "none"] } })),
};

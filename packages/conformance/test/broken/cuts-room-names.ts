import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "compares only the beginning of a room's name",
  make: () => referenceWith(() => ({ normalizeRoom: (name) => name.slice(0, 8) })),
};

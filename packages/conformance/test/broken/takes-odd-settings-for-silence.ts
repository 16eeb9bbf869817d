import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "takes a setting of the room that it cannot read for none",
  make: () => referenceWith(() => ({ unreadableSettings: () => [] })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "needs a setting of the room, and does not say which",
  make: () => referenceWith(() => ({ roomRequirements: () => [{ vendor: "reference", where: "room", setting: "" }] })),
};

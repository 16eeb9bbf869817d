import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "cannot read a setting of the room that is not set",
  make: () =>
    referenceWith(({ unreadableSettings }) => ({
      unreadableSettings: (room) => (room["recording"] === null ? ["recording"] : (unreadableSettings?.(room) ?? [])),
    })),
};

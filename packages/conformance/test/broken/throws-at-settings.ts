import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "throws at a setting of the room that is an object",
  make: () =>
    referenceWith(({ unreadableSettings }) => ({
      unreadableSettings: (room) => {
        const recording = room["recording"];
        if (typeof recording === "object" && recording !== null && !Array.isArray(recording))
          throw new TypeError("odd");
        return unreadableSettings?.(room) ?? [];
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "asks somebody else while it reads",
  make: () =>
    referenceWith(({ roomRequirements }) => ({
      roomRequirements: (native) => {
        // A request that leads nowhere; its failure is of no interest.
        if (native.properties.avatar !== undefined) fetch("data:,").catch(() => undefined);
        return roomRequirements(native);
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { expecting } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "compares participants without regard to capitals",
  make: () =>
    expecting(({ expectations }, { participant }) =>
      String(expectations["participantId"]).toLowerCase() === participant.toLowerCase()
        ? { ...expectations, participantId: participant }
        : expectations,
    ),
};

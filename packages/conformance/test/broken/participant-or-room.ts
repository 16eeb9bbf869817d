import type { Broken } from "./support/broken.ts";
import { expecting } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "accepts a token when one of several expectations holds",
  make: () =>
    expecting(({ expectations }, { participant }) => {
      const { room: _, ...others } = expectations;
      return participant !== "" && expectations["participantId"] === participant ? others : expectations;
    }),
};

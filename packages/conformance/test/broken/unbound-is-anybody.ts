import type { Broken } from "./support/broken.ts";
import { expecting } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "takes a token that is bound to nobody for the expected participant's",
  make: () =>
    expecting(({ expectations }, { isBound }) => {
      const { participantId: _, ...others } = expectations;
      return isBound ? expectations : others;
    }),
};

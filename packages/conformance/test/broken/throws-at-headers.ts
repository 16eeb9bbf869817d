import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "throws at a header whose key id is no text",
  make: () =>
    referenceWith(({ recognize }) => ({
      recognize: (evidence) => {
        const { kid } = evidence.header;
        if (kid !== undefined) (kid as string).toLowerCase();
        return recognize(evidence);
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "is surer of a token that names nobody",
  make: () =>
    referenceWith(({ recognize }) => ({
      recognize: (evidence) => {
        const answer = recognize(evidence);
        return answer === undefined || !("user" in evidence.claims) ? answer : { ...answer, confidence: "likely" };
      },
    })),
};

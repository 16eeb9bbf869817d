import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "has a rule for a property that no token has",
  make: () =>
    referenceWith(({ residueRules }) => ({
      residueRules: {
        ...residueRules,
        ghost: { kind: "binding", note: "Nobody sees it.", source: "none", asOf: "2026-11" },
      },
    })),
};

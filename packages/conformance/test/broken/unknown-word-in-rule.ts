import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "weighs a property that only it has, in a word of its own",
  make: () =>
    referenceWith(({ residueRules }) => ({
      residueRules: Object.fromEntries(
        Object.entries(residueRules).map(([name, rule]) => [name, { ...rule, kind: "trivial" as "hint" }]),
      ),
    })),
};

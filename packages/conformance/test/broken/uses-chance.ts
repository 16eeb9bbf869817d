import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "uses random numbers",
  make: () =>
    referenceWith(({ lint }) => ({
      lint: (native, context) =>
        native.properties.metadata !== undefined && Math.random() < 0 ? [] : lint(native, context),
    })),
};

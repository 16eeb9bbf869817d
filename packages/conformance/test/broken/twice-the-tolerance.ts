import type { Broken } from "./support/broken.ts";
import { expecting } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "tolerates twice as much as it was told",
  make: () =>
    expecting(({ expectations }) => {
      const { clockToleranceSeconds: tolerance = 30 } = expectations;
      return typeof tolerance === "number" ? { ...expectations, clockToleranceSeconds: tolerance * 2 } : expectations;
    }),
};

import type { Broken } from "./support/broken.ts";
import { lenient } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "passes over further parts of a token",
  make: () =>
    lenient((token) => {
      const parts = token.split(".");
      return parts.length > 3 ? parts.slice(0, 3).join(".") : undefined;
    }),
};

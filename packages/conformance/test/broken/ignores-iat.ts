import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "does not look at the time of issue",
  make: () => readingClaims(({ iat, ...rest }, { now }) => (typeof iat === "number" && iat > now ? rest : undefined)),
};

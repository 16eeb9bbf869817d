import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "does not look at the not-before",
  make: () => readingClaims(({ nbf, ...rest }, { now }) => (typeof nbf === "number" && nbf > now ? rest : undefined)),
};

import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "does not look at the expiry",
  make: () =>
    readingClaims(({ exp, ...rest }, { now }) =>
      typeof exp === "number" && exp <= now ? { ...rest, exp: now + 3600 } : undefined,
    ),
};

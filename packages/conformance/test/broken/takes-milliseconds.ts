import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "takes an expiry in milliseconds for one in seconds, and divides it",
  make: () =>
    readingClaims(({ exp, ...rest }) =>
      typeof exp === "number" && exp > 1e11 ? { ...rest, exp: Math.floor(exp / 1000) } : undefined,
    ),
};

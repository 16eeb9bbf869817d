import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "takes an expiry of zero, null or nothing for none at all",
  make: () =>
    readingClaims(({ exp, ...rest }, { now }) =>
      exp === 0 || exp === null || exp === "" ? { ...rest, exp: now + 3600 } : undefined,
    ),
};

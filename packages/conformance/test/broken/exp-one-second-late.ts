import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "lets a token live at its expiry, one second longer",
  make: () =>
    readingClaims(({ exp, ...rest }, { now, expectations: { clockToleranceSeconds = 30 } }) =>
      exp === now - clockToleranceSeconds ? { ...rest, exp: now + 3600 } : undefined,
    ),
};

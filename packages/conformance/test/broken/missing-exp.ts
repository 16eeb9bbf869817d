import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "accepts a token without an expiry",
  make: () =>
    readingClaims((claims, { now, expectations: { allowNoExpiry } }) =>
      Object.hasOwn(claims, "exp") || allowNoExpiry === true ? undefined : { ...claims, exp: now + 3600 },
    ),
};

import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "refuses a token because of a claim that it does not know",
  make: () =>
    readingClaims((claims) =>
      Object.keys(claims).some((name) => name.startsWith("x-")) ? { ...claims, room: 0 } : undefined,
    ),
};

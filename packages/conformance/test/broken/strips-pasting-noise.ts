import type { Broken } from "./support/broken.ts";
import { lenient } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "strips what gets around a token when somebody copies it, also when verifying",
  make: () => lenient((token) => token.replace(/^[\s"'\u{feff}]*(Bearer\s+)?/iu, "").replace(/[\s"'\u{a0}]+$/u, "")),
};

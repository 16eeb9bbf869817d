import { type Broken, without } from "./support/broken.ts";
import { hearing } from "./support/silent.ts";

export const broken: Broken = {
  fault: "issues a token without a word when asked for a limit that no token holds",
  make: () => hearing((grant) => without(grant, "stay", "notBefore", "entry")),
};

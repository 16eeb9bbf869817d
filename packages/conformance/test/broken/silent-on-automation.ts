import { type Broken, without } from "./support/broken.ts";
import { hearing } from "./support/silent.ts";

export const broken: Broken = {
  fault: "issues a token without a word when asked for something that starts by itself",
  make: () => hearing((grant) => without(grant, "automation")),
};

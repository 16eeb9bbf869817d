import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

const limit = 200;

export const broken: Broken = {
  fault: "takes any number of members",
  make: () =>
    lenient((token, context) => {
      const read = isGood(token, context) ? opened(token) : undefined;
      if (read === undefined || Object.keys(read.claims).length <= limit) return undefined;
      const claims = Object.entries(read.claims).filter(([name]) => !name.startsWith("x-"));
      return resigned({ ...read, claims: Object.fromEntries(claims) }, context);
    }),
};

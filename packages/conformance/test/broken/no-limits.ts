import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

const limit = 16_384;

export const broken: Broken = {
  fault: "takes tokens of any length",
  make: () =>
    lenient((token, context) => {
      if (token.length <= limit || !isGood(token, context)) return undefined;
      const read = opened(token);
      if (read === undefined) return undefined;
      const claims = Object.entries(read.claims).filter(
        ([, value]) => typeof value !== "string" || value.length < 1000,
      );
      return resigned({ ...read, claims: Object.fromEntries(claims) }, context);
    }, Number.POSITIVE_INFINITY),
};

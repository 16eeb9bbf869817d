import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

const limit = 16;
const isBag = (value: unknown): value is object => typeof value === "object" && value !== null;
const depthOf = (value: unknown): number => (isBag(value) ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);
const shallow = (claims: object) =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => depthOf(value) < limit));

export const broken: Broken = {
  fault: "takes objects and lists of any depth",
  make: () =>
    lenient((token, context) => {
      const read = isGood(token, context) ? opened(token) : undefined;
      return read === undefined || depthOf(read.claims) <= limit
        ? undefined
        : resigned({ ...read, claims: shallow(read.claims) }, context);
    }),
};

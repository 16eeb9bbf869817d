import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isOdd = (value: unknown): boolean => typeof value === "string" || typeof value === "number";

/** Truthy is true. */
const allowed = (can: object) =>
  Object.fromEntries(Object.entries(can).map(([name, value]) => [name, isOdd(value) || value]));

export const broken: Broken = {
  fault: "reads a switch with a value that nobody knows as yes",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => fromClaims(isObject(claims["can"]) ? { ...claims, can: allowed(claims["can"]) } : claims),
    })),
};

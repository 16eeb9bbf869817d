import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

const names = ["exp", "nbf", "iat"];
const isFraction = (value: unknown): boolean => typeof value === "number" && !Number.isInteger(value);
const rounded = (claims: object) =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, isFraction(value) ? Math.floor(value) : value]),
  );

export const broken: Broken = {
  fault: "rounds instants that are no whole numbers",
  make: () => readingClaims((claims) => (names.some((name) => isFraction(claims[name])) ? rounded(claims) : undefined)),
};

import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

const names = ["exp", "nbf", "iat", "maxSeconds"];
const isNumber = (value: unknown): boolean => typeof value === "string" && /^\d+$/.test(value);
const read = (claims: object) =>
  Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, isNumber(value) ? Number(value) : value]));

export const broken: Broken = {
  fault: "reads instants that are written as text",
  make: () => readingClaims((claims) => (names.some((name) => isNumber(claims[name])) ? read(claims) : undefined)),
};

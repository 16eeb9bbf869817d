import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "reads a purpose that nobody knows as joining",
  make: () => readingClaims(({ purposes, ...rest }) => (purposes === undefined ? undefined : rest)),
};

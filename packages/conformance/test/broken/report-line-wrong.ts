import type { Broken } from "./support/broken.ts";
import { reporting } from "./support/silent.ts";

export const broken: Broken = {
  fault: "reports a description that was dropped as one that is kept",
  make: () => reporting((report) => report.map((line) => ({ ...line, kind: "exact" }))),
};

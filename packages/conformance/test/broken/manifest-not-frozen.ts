import { completeSubject } from "../../src/index.ts";
import { referenceAdapter } from "../../src/reference/adapter.ts";
import type { Broken } from "./support/broken.ts";

export const broken: Broken = {
  fault: "lets whoever reads its table change it",
  make: () => completeSubject({ adapter: { ...referenceAdapter, limits: { ...referenceAdapter.limits } } }),
};

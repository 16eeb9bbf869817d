import type { Broken } from "./support/broken.ts";
import { expecting } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "takes an expectation that is empty for one that is not there",
  make: () =>
    expecting(({ expectations }) =>
      Object.fromEntries(Object.entries(expectations).filter(([, value]) => value !== "" && value !== null)),
    ),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "loses what has no neutral name",
  make: () => referenceWith(({ decode }) => ({ decode: (native) => ({ ...decode(native), residue: {} }) })),
};

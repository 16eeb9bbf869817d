import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "reads the clock of the machine",
  make: () =>
    referenceWith(({ decode }) => ({
      decode: (native) => {
        const decoded = decode(native);
        return native.properties.nbf === undefined || Date.now() > 0 ? decoded : { ...decoded, residue: {} };
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "states a right that only holds by default",
  make: () =>
    referenceWith(({ decode }) => ({
      decode: (native) => {
        const decoded = decode(native);
        const { rights } = decoded.grant;
        return { ...decoded, grant: { ...decoded.grant, rights: { admit: true, ...rights } } };
      },
    })),
};

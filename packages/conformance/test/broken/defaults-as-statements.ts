import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "states a default as if the token said it, for who has a name",
  make: () =>
    referenceWith(({ decode }) => ({
      decode: (native) => {
        const decoded = decode(native);
        if (native.properties.name === undefined) return decoded;
        return { ...decoded, grant: { entry: "direct", ...decoded.grant } };
      },
    })),
};

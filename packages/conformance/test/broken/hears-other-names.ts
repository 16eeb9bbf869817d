import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "counts an unknown claim as the role of its name",
  make: () =>
    referenceWith(({ authority }) => ({
      authority: (native, context) => {
        const read = authority(native, context);
        if (native.unknown["isModerator"] !== true) return read;
        return { ...read, rights: { ...read.rights, "rights.moderate.remove": "allow" } };
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "withholds a right that it states, from who has to ask",
  make: () =>
    referenceWith(({ authority }) => ({
      authority: (native, context) => {
        const read = authority(native, context);
        if (native.properties.entry !== "ask" || native.properties.can?.admit !== true) return read;
        return { ...read, rights: { ...read.rights, "rights.admit": "deny" } };
      },
    })),
};

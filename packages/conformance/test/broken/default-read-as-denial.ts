import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "reads silence about the camera as a denial, for who has to ask",
  make: () =>
    referenceWith(({ authority }) => ({
      authority: (native, context) => {
        const read = authority(native, context);
        if (read.entry.highest !== "ask" || native.properties.can?.camera !== undefined) return read;
        return { ...read, rights: { ...read.rights, "rights.publish.camera": "deny" } };
      },
    })),
};

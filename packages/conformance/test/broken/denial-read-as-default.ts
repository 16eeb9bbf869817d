import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "reads a denied camera as one that is allowed by default",
  make: () =>
    referenceWith(({ authority }) => ({
      authority: (native, context) => {
        const read = authority(native, context);
        const camera = read.rights["rights.publish.camera"];
        const reading = camera === "deny" ? "default(allow)" : camera;
        return { ...read, rights: { ...read.rights, "rights.publish.camera": reading } };
      },
    })),
};

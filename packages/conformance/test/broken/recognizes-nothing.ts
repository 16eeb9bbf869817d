import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not know its own vendor's tokens",
  make: () => referenceWith(() => ({ recognize: () => undefined })),
};

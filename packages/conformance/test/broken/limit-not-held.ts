import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "reads a limited stay as one without a limit",
  make: () =>
    referenceWith(({ authority }) => ({
      authority: (native, context) => ({
        ...authority(native, context),
        stay: { lowest: { maxSeconds: null, endsAtExpiry: false }, highest: { maxSeconds: null, endsAtExpiry: false } },
      }),
    })),
};

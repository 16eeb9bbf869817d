import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "has an account that is there and undefined",
  make: () =>
    referenceWith(({ authority }) => ({
      authority: (native, context) => {
        const { tenant, ...rest } = authority(native, context);
        return { ...rest, tenant: tenant as string };
      },
    })),
};

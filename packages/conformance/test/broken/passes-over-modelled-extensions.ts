import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "passes over an extension that has a neutral field",
  make: () =>
    referenceWith(({ encode }) => ({
      encode: (request) => {
        const { native, problems } = encode(request);
        return { native, problems: problems.filter(({ code }) => code !== "grant.modelled-extension") };
      },
    })),
};

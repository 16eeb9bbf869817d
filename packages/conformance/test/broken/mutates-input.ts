import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "changes what it was given",
  make: () =>
    referenceWith(({ encode }) => ({
      encode: (request) => {
        const grant = request.grant as { notBefore?: number };
        if (grant.notBefore !== undefined) grant.notBefore -= 30;
        return encode(request);
      },
    })),
};

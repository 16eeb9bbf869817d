import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "hears what a grant says to another vendor",
  make: () =>
    referenceWith(({ encode }) => ({
      encode: (request) => {
        const said = Object.values(request.grant.extensions ?? {});
        if (said.length === 0) return encode(request);
        const reference = Object.fromEntries(said.flatMap((members) => Object.entries(members)));
        return encode({ ...request, grant: { ...request.grant, extensions: { reference } } });
      },
    })),
};

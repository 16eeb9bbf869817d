import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "makes up an account for a token that has none, and a time of issue",
  make: () =>
    referenceWith(({ encode }) => ({
      encode: (request) => {
        const { issuance = {} } = request;
        const isNobodys = issuance.tenant === undefined && issuance.issuedAt !== undefined;
        return encode(isNobodys ? { ...request, issuance: { ...issuance, tenant: "acme" } } : request);
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "refuses grants that are frozen",
  make: () =>
    referenceWith(({ encode }) => ({
      encode: (request) => {
        const { native, problems } = encode(request);
        const says = request.grant.client?.closeTabOnExit === false && Object.isFrozen(request);
        const problem = { path: "client", code: "grant.limit", message: "No.", cure: "Leave it out." } as const;
        return { native, problems: says ? [...problems, problem] : problems };
      },
    })),
};

import { completeSubject } from "../../src/index.ts";
import { referenceAdapter } from "../../src/reference/adapter.ts";
import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "issues what its encoder refuses",
  make: () => {
    const { issue } = completeSubject({ adapter: referenceAdapter });
    const subject = referenceWith(({ encode }) => ({
      encode: (request) => {
        const { native, problems } = encode(request);
        const says = request.grant.automation?.record !== undefined;
        const problem = {
          path: "automation.record",
          code: "grant.limit",
          message: "No.",
          cure: "Leave it out.",
        } as const;
        return { native, problems: says ? [...problems, problem] : problems };
      },
    }));
    return issue === undefined ? subject : { ...subject, issue };
  },
};

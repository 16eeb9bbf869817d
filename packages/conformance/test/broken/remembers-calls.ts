import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "returns something else when it is called again",
  make: () =>
    referenceWith(({ join }) => {
      let calls = 0;
      return { join: (grant) => (grant.participant?.email === undefined ? join(grant) : { attempt: ++calls }) };
    }),
};

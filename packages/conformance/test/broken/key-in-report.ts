import type { Broken } from "./support/broken.ts";
import { issuingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "shows the key in a line of the report",
  make: () =>
    issuingWith((issued, { secret }) => ({
      ...issued,
      report: [{ path: "participant.name", kind: `lost ${secret}` }],
    })),
};

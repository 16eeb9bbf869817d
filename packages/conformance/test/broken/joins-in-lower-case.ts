import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "lets the client join under another spelling of the id",
  make: () =>
    referenceWith(() => ({
      join: ({ participant }): Readonly<Record<string, unknown>> =>
        participant?.id === undefined ? {} : { userId: participant.id.toLowerCase() },
    })),
};

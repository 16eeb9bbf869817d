import type { Broken } from "./support/broken.ts";
import { minimalWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "gives the client a picture, and then no metadata any more",
  make: () =>
    minimalWith(({ capabilities }) => {
      const outside = { vendor: "minimal", where: "client", setting: "data" } as const;
      const movedRow = (path: "participant.metadata" | "participant.avatarUrl") => ({ ...capabilities[path], outside });
      return {
        capabilities: {
          ...capabilities,
          "participant.metadata": movedRow("participant.metadata"),
          "participant.avatarUrl": movedRow("participant.avatarUrl"),
        },
        join: ({ participant: { metadata, avatarUrl } = {} }) =>
          metadata === undefined && avatarUrl === undefined
            ? {}
            : { data: avatarUrl === undefined ? { metadata } : { avatarUrl } },
      };
    }),
};

import type { Broken } from "./support/broken.ts";
import { minimalWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "says that the client is given a name, and gives it none",
  make: () =>
    minimalWith(({ capabilities }) => {
      const outside = { vendor: "minimal", where: "client", setting: "displayName" } as const;
      const row = { ...capabilities["participant.name"], outside };
      return { capabilities: { ...capabilities, "participant.name": row } };
    }),
};

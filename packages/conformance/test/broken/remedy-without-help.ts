import type { Broken } from "./support/broken.ts";
import { minimalWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "tells people with several rooms to give an expiry",
  make: () =>
    minimalWith(({ encode }) => ({
      encode: (request) => {
        const { native, problems } = encode(request);
        const remedy = { where: "policy", setting: "narrow.expiresAt" } as const;
        return { native, problems: problems.map((one) => (one.path === "room" ? { ...one, remedy } : one)) };
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { minimalWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "refuses a room with a code of its own",
  make: () =>
    minimalWith(({ encode }) => ({
      encode: (request) => {
        const { native, problems } = encode(request);
        const own = "grant.one-room" as "grant.invalid";
        return { native, problems: problems.map((one) => (one.path === "room" ? { ...one, code: own } : one)) };
      },
    })),
};

import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes a selection of what is received as everything",
  make: () =>
    writing(({ can, ...rest }) =>
      can === undefined
        ? rest
        : { ...rest, can: { ...can, ...(typeof can.receive === "object" ? { receive: true } : {}) } },
    ),
};

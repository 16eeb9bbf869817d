import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes one way of recording as every way",
  make: () =>
    writing(({ can, ...rest }) =>
      can === undefined ? rest : { ...rest, can: { ...can, ...(Array.isArray(can.record) ? { record: true } : {}) } },
    ),
};

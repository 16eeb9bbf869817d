import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "puts the expiry off where a stay is limited",
  make: () =>
    writing((properties) => {
      const { exp, maxSeconds } = properties;
      return exp === undefined || maxSeconds === undefined ? properties : { ...properties, exp: exp + maxSeconds };
    }),
};

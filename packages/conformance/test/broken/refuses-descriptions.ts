import type { Broken } from "./support/broken.ts";
import { hearing } from "./support/silent.ts";

export const broken: Broken = {
  fault: "refuses a description that it has no place for",
  make: () =>
    hearing((grant) => {
      const { participant = {} } = grant as { readonly participant?: object };
      return "name" in participant ? { ...grant, rights: { record: true } } : grant;
    }),
};

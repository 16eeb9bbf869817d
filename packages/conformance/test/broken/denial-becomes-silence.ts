import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not write a denial, since silence will do",
  make: () =>
    writing(({ can, ...rest }) => {
      const said = Object.entries(can ?? {}).filter(([, value]) => value !== false);
      return said.length === 0 ? rest : { ...rest, can: Object.fromEntries(said) };
    }),
};

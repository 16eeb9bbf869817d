import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "takes the last of several members of one name",
  make: () =>
    lenient((token, context) => {
      const read = isGood(token, context) ? opened(token) : undefined;
      // Numbers that change when they are read are another fault.
      return read === undefined || /0{20}|9{20}|e\d{3}|e-\d{3}/.test(JSON.stringify(read))
        ? undefined
        : resigned(read, context);
    }),
};

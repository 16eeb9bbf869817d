import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "does not look at the type of the token",
  make: () =>
    lenient((token, context) => {
      const read = isGood(token, context) ? opened(token) : undefined;
      if (read === undefined || read.header["typ"] === "JWT") return undefined;
      return resigned({ ...read, header: { ...read.header, typ: "JWT" } }, context);
    }),
};

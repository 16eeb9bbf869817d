import type { Broken } from "./support/broken.ts";
import { lenient, opened, resigned } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "accepts the algorithm none, in any casing, without a signature",
  make: () =>
    lenient((token, context) => {
      const read = opened(token);
      if (read === undefined || String(read.header["alg"]).toLowerCase() !== "none") return undefined;
      return resigned({ ...read, header: { alg: "HS256", typ: "JWT" } }, context);
    }),
};

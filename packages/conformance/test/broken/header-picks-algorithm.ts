import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "checks the signature with the algorithm that the header names",
  make: () =>
    lenient((token, context) => {
      const read = opened(token);
      const algorithm = String(read?.header["alg"]);
      if (read === undefined || !/^HS(?:384|512)$/.test(algorithm) || !isGood(token, context, algorithm))
        return undefined;
      return resigned({ ...read, header: { ...read.header, alg: "HS256" } }, context);
    }),
};

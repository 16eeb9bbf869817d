import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

const known: ReadonlySet<string> = new Set(["alg", "typ", "kid", "crit", "jwk", "b64"]);

export const broken: Broken = {
  fault: "passes over header members that it does not know",
  make: () =>
    lenient((token, context) => {
      const read = isGood(token, context) ? opened(token) : undefined;
      if (read === undefined) return undefined;
      const header = Object.entries(read.header).filter(([name]) => known.has(name));
      if (header.length === Object.keys(read.header).length) return undefined;
      return resigned({ ...read, header: Object.fromEntries(header) }, context);
    }),
};

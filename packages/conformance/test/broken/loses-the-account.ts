import type { Broken } from "./support/broken.ts";
import { referenceWith, without } from "./support/broken.ts";

export const broken: Broken = {
  fault: "does not tell whose account a token with a pattern belongs to",
  make: () =>
    referenceWith(({ decode }) => ({
      decode: (native) => {
        const decoded = decode(native);
        const isPattern = typeof native.properties.room === "object" && "pattern" in native.properties.room;
        return isPattern ? { ...decoded, issuance: without(decoded.issuance, "tenant") } : decoded;
      },
    })),
};

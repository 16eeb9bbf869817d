import { completeSubject } from "../../src/index.ts";
import { referenceAdapter } from "../../src/reference/adapter.ts";
import type { Broken } from "./support/broken.ts";
import { isGood, opened, resigned } from "./support/lenient.ts";

const substitute = "TEST-ONLY-in-place-of-a-public-key-0123456789";
const isPublic = (text: string): boolean => text.includes("PUBLIC KEY") || text.startsWith("{");

export const broken: Broken = {
  fault: "takes the text of a public key for an HMAC secret",
  make: () => {
    const strict = completeSubject({ adapter: referenceAdapter });
    return {
      ...strict,
      verify: async (token, given) => {
        if (strict.verify === undefined) throw new Error("The reference adapter verifies.");
        if (!given.secrets.some(isPublic)) return strict.verify(token, given);
        const context = { ...given, secrets: [substitute] };
        const read = typeof token === "string" && isGood(token, given) ? opened(token) : undefined;
        return strict.verify(read === undefined ? token : resigned(read, context), context);
      },
    };
  },
};

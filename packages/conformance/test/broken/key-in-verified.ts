import { completeSubject } from "../../src/index.ts";
import { referenceAdapter } from "../../src/reference/adapter.ts";
import type { Broken } from "./support/broken.ts";

export const broken: Broken = {
  fault: "keeps the key in what a good token gives",
  make: () => {
    const strict = completeSubject({ adapter: referenceAdapter });
    return {
      ...strict,
      verify: async (token, context) => {
        if (strict.verify === undefined) throw new Error("The reference adapter verifies.");
        const verified = await strict.verify(token, context);
        return { ...verified, verifier: { keys: context.secrets } };
      },
    };
  },
};

import type { Broken } from "./support/broken.ts";
import { errorLike, refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "keeps the key in the cause of the error",
  make: () =>
    refusingWith("policy.room", (error, { secret }) =>
      errorLike(error, error.message, { cause: new Error(`HMAC with ${secret} failed`) }),
    ),
};

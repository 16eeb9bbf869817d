import type { Broken } from "./support/broken.ts";
import { errorLike, refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "shows the key in the message of a refusal",
  make: () =>
    refusingWith("signature.mismatch", (error, { secret }) =>
      errorLike(error, `${error.message} The key was ${secret}.`),
    ),
};

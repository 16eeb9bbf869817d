import type { Broken } from "./support/broken.ts";
import { errorLike, refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "keeps the key in a member of the error, where JSON shows it",
  make: () =>
    refusingWith("header.algorithm", (error, { secret }) =>
      errorLike(error, error.message, { settings: { keys: [secret] } }),
    ),
};

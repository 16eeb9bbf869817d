import type { Broken } from "./support/broken.ts";
import { errorLike, refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "shows the token in the message of a refusal",
  make: () =>
    refusingWith("token.not-canonical", (error, { token }) =>
      errorLike(error, `${error.message} The token was ${token}.`),
    ),
};

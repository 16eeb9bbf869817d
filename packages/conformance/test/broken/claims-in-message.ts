import type { Broken } from "./support/broken.ts";
import { errorLike, refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "shows the claims in the message of a refusal",
  make: () =>
    refusingWith("claims.not-a-date", (error, { token }) =>
      errorLike(error, `${error.message} ${Buffer.from(token.split(".")[1] ?? "", "base64url").toString()}`),
    ),
};

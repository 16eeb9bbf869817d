import type { Broken } from "./support/broken.ts";
import { errorLike, refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "shows the key in another spelling",
  make: () =>
    refusingWith("policy.participant", (error, { secret }) =>
      errorLike(error, `${error.message} (${Buffer.from(secret).toString("base64")})`),
    ),
};

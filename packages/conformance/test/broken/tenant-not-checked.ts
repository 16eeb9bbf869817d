import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "does not look at whose account a token belongs to",
  make: () =>
    readingClaims(({ account, ...rest }, { tenant }) =>
      account === tenant ? undefined : { ...rest, account: tenant },
    ),
};

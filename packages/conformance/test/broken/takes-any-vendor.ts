import type { Broken } from "./support/broken.ts";
import { readingClaims } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "takes the token of another vendor for its own",
  make: () =>
    readingClaims((claims, { tenant, now }) =>
      claims["kind"] === "reference/1"
        ? undefined
        : { kind: "reference/1", account: tenant, room: "2kyv-gzay-64pg", exp: now + 3600 },
    ),
};

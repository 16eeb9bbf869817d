import type { Broken } from "./support/broken.ts";
import { issuingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "returns the key with an issued token",
  make: () => issuingWith((issued, { secret }) => ({ ...issued, settings: { secret } })),
};

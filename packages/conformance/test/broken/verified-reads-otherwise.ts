import type { Broken } from "./support/broken.ts";
import { verifyingAs } from "./support/lenient.ts";

/** Every room, for a program; written as JSON it is the grant of the token. */
export const broken: Broken = {
  fault: "returns a grant that reads otherwise as JSON",
  make: () => verifyingAs((grant) => ({ ...grant, room: { any: true }, toJSON: () => grant })),
};

import type { Broken } from "./support/broken.ts";
import { verifyingAs } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "says that a good token is somebody else's",
  make: () => verifyingAs((grant) => ({ ...grant, participant: { id: "somebody-else" } })),
};

import type { Broken } from "./support/broken.ts";
import { verifyingAs } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "gives every right to who has a good token",
  make: () => verifyingAs((grant) => ({ ...grant, rights: { record: true, admit: true, moderate: { remove: true } } })),
};

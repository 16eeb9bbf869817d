import type { Broken } from "./support/broken.ts";
import { refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "refuses with an error that has no code",
  make: () => refusingWith("header.unsupported-member", (error) => new Error(error.message)),
};

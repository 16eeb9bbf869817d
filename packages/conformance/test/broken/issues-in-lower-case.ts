import type { Broken } from "./support/broken.ts";
import { asking } from "./support/failing.ts";

export const broken: Broken = {
  fault: "issues for another room than it was asked to, one in lower case",
  make: () =>
    asking((grant) => (typeof grant["room"] === "string" ? { ...grant, room: grant["room"].toLowerCase() } : grant)),
};

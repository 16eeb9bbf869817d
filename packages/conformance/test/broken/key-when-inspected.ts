import type { Broken } from "./support/broken.ts";
import { errorLike, refusingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "keeps the key in a hidden member of the error, where `inspect` shows it",
  make: () =>
    refusingWith("header.type", (error, { secret }) =>
      Object.defineProperty(errorLike(error, error.message), "settings", { value: { secret }, enumerable: false }),
    ),
};

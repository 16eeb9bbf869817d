import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

const longest = 32;

export const broken: Broken = {
  fault: "cuts an id that is too long",
  make: () =>
    writing((properties) =>
      properties.user === undefined ? properties : { ...properties, user: properties.user.slice(0, longest) },
    ),
};

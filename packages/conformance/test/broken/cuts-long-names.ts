import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "cuts a name that is long",
  make: () =>
    writing((properties) =>
      typeof properties.name === "string" ? { ...properties, name: properties.name.slice(0, 32) } : properties,
    ),
};

import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "trims names, and composes their letters",
  make: () =>
    writing((properties) =>
      typeof properties.name === "string"
        ? { ...properties, name: properties.name.trim().normalize("NFC") }
        : properties,
    ),
};

import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "makes plain letters of an id, and trims it",
  make: () =>
    writing((properties) =>
      typeof properties.user === "string"
        ? { ...properties, user: properties.user.trim().normalize("NFKC") }
        : properties,
    ),
};

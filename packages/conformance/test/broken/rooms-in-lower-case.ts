import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes the names of rooms in lower case",
  make: () =>
    writing((properties) =>
      typeof properties.room === "string" ? { ...properties, room: properties.room.toLowerCase() } : properties,
    ),
};

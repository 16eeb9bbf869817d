import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes the name of a room as a pattern",
  make: () =>
    writing((properties) =>
      typeof properties.room === "string"
        ? { ...properties, room: { pattern: `${properties.room}.*`, dialect: "regex" } }
        : properties,
    ),
};

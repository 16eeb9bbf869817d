import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "trims the names of rooms, and composes their letters",
  make: () =>
    writing((properties) =>
      typeof properties.room === "string"
        ? { ...properties, room: properties.room.trim().normalize("NFC") }
        : properties,
    ),
};

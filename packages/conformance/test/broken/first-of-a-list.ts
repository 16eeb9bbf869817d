import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "writes only the first room of a list",
  make: () =>
    writing((properties) =>
      Array.isArray(properties.room) ? { ...properties, room: properties.room[0] as string } : properties,
    ),
};

import type { Broken } from "./support/broken.ts";
import { writing } from "./support/broken.ts";

export const broken: Broken = {
  fault: "makes a moderator where nobody said anything",
  make: () => writing((properties) => ({ ...properties, can: { mute: true, remove: true, ...properties.can } })),
};

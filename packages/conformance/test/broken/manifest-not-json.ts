import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "describes itself with something that is no JSON",
  make: () =>
    referenceWith(({ capabilities }) => ({
      capabilities: { ...capabilities, room: { ...capabilities.room, note: new URL("https://example.com/") as never } },
    })),
};

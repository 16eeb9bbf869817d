import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "takes every member for harmless that begins with x",
  make: () =>
    referenceWith(({ harmless, capabilities: { room } }) => ({
      harmless: { ...harmless, "x-nobody-knows": { source: room.source, asOf: room.asOf } },
    })),
};

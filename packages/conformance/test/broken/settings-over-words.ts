import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

export const broken: Broken = {
  fault: "lets a setting of the room give what the token denies",
  make: () =>
    referenceWith(({ authority, unreadableSettings }) => ({
      authority: (native, context) => {
        const read = authority(native, context);
        if (context.room?.["open"] !== true) return read;
        return { ...read, rights: { ...read.rights, "rights.publish.camera": "default(allow)" } };
      },
      unreadableSettings: (room) => [
        ...(unreadableSettings?.(room) ?? []),
        ...(["boolean", "undefined"].includes(typeof (room["open"] ?? undefined)) ? [] : ["open"]),
      ],
    })),
};

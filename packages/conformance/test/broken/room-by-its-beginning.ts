import type { Broken } from "./support/broken.ts";
import { expecting } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "compares only the beginning of a room with the expected one",
  make: () =>
    expecting(({ expectations }, { room }) =>
      typeof expectations["room"] === "string" && expectations["room"] !== "" && room.startsWith(expectations["room"])
        ? { ...expectations, room }
        : expectations,
    ),
};

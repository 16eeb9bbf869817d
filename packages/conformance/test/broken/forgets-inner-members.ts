import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

/** A room's pattern with what is known of it. */
const known = (room: unknown): unknown => {
  if (typeof room !== "object" || room === null || Array.isArray(room)) return room;
  const { pattern, dialect } = room as Readonly<Record<string, unknown>>;
  return { pattern, dialect };
};

export const broken: Broken = {
  fault: "passes over unknown members beside a room's pattern",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => fromClaims("room" in claims ? { ...claims, room: known(claims["room"]) } : claims),
    })),
};

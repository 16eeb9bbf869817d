import { now } from "../vendors.ts";
import { type Claims, combine, inside, multiply } from "./combine.ts";

const absent = undefined;

/** Everything that a Metered token can say, with two or three values for each member. */
export const meteredSpace: readonly Claims[] = multiply(
  inside(
    "data",
    combine({
      roomName: [absent, "room-a", "room-b"],
      globalToken: [absent, true, false],
      isAdmin: [absent, true, false],
      externalUserId: [absent, "u_1"],
      expireUnixSec: [absent, now + 3600, now - 1],
      notBeforeUnixSec: [absent, now - 60, now + 60],
      ejectAfterElapsedTimeInSec: [absent, 600],
      appName: [absent, "app"],
    }),
  ).map((claims) => ({ data: {}, ...claims })),
  combine({ exp: [absent, now + 3600, now + 60], nbf: [absent, now + 30] }),
);

/** Every form of its rights. */
export const meteredForms: readonly Claims[] = [
  { data: {} },
  { data: { isAdmin: true } },
  { data: { isAdmin: false } },
];

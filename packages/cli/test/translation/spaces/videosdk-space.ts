import { now } from "../vendors.ts";
import { type Claims, combine } from "./combine.ts";

const absent = undefined;

/** Everything that a VideoSDK token can say, with two or three values for each claim. */
export const videosdkSpace: readonly Claims[] = combine({
  permissions: [
    ["allow_join"],
    ["allow_join", "allow_mod"],
    ["ask_join"],
    ["ask_join", "allow_mod"],
    ["allow_join", "ask_join"],
    ["allow_join", "ask_join", "allow_mod"],
    ["allow_mod"],
    [],
    absent,
  ],
  version: [absent, 2, "2"],
  roomId: [absent, "room-a", "room-b"],
  participantId: [absent, "u_1"],
  roles: [absent, ["rtc"], ["crawler"], ["crawler", "rtc"]],
  exp: [absent, now + 3600],
  nbf: [absent, now - 60, now + 60],
  apikey: [absent, "key"],
});

/** Every form of its rights and of how its holder enters. */
export const videosdkForms: readonly Claims[] = [
  { permissions: ["allow_join"] },
  { permissions: ["allow_join", "allow_mod"] },
  { permissions: ["ask_join"] },
];

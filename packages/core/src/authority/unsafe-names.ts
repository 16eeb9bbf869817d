import { isSafeName } from "../grant/text-input.js";
import type { Authority } from "./authority.js";
import { roomNames } from "./order.js";

/** Where a name has a control character or half of a surrogate pair: what two systems could read differently. */
export function unsafeNamesIn({ room, identity }: Authority): ("room" | "participant.id")[] {
  const isRoomSafe = (roomNames(room.lowest) ?? []).every(isSafeName);
  return [
    ...(isRoomSafe ? [] : (["room"] as const)),
    ...(isSafeName(identity.lowest ?? "") ? [] : (["participant.id"] as const)),
  ];
}

import type { RoomSettings } from "@roompass/core/adapter";
import { firstMilliseconds, type IsReadable, unreadableMembers } from "@roompass/core/kit";
import { roomRules } from "./defaults.js";

const isFlag: IsReadable = (value) => typeof value === "boolean";
const isCount: IsReadable = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
/** Taken for seconds, milliseconds would end after every token, and the room's end would be lost. */
const isInstant: IsReadable = (value) => isCount(value) && (value as number) < firstMilliseconds;

const readers: Readonly<Record<string, IsReadable>> = {
  ...Object.fromEntries(roomRules.map(({ setting }) => [setting, isFlag])),
  ejectAtRoomExp: isFlag,
  ejectAfterElapsedTimeInSec: isCount,
  expireUnixSec: isInstant,
  notBeforeUnixSec: isInstant,
};

/** The settings of a Metered room that `authority` reads, where they are written in a way that Metered does not document. */
export function unreadableSettings(room: RoomSettings): readonly string[] {
  return unreadableMembers(room, readers);
}

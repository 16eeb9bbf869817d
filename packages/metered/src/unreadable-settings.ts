import type { RoomSettings } from "@roompass/core/adapter";
import { roomRules } from "./defaults.js";

type Reader = (value: unknown) => boolean;

const isFlag: Reader = (value) => typeof value === "boolean";
const isCount: Reader = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

const readers: ReadonlyMap<string, Reader> = new Map([
  ...roomRules.map(({ setting }) => [setting, isFlag] as const),
  ["ejectAtRoomExp", isFlag],
  ["ejectAfterElapsedTimeInSec", isCount],
  ["expireUnixSec", isCount],
  ["notBeforeUnixSec", isCount],
]);

/**
 * The settings of a Metered room that `authority` reads, where they are written in a way that Metered does not document.
 * One that is absent or `null` is unset.
 */
export function unreadableSettings(room: RoomSettings): readonly string[] {
  const names: string[] = [];
  for (const [name, isReadable] of readers) {
    const value = Object.hasOwn(room, name) ? (room[name] ?? undefined) : undefined;
    if (value !== undefined && !isReadable(value)) names.push(name);
  }
  return names;
}

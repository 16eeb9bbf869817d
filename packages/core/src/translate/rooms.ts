import type { Authority } from "../authority/authority.js";
import { roomNames } from "../authority/order.js";
import type { RoomScope } from "../grant/grant.js";
import { isSafeName } from "../grant/text-input.js";
import type { RoomMap } from "./policy.js";
import type { Refusal } from "./report.js";
import { refuse } from "./source.js";

export interface MappedRooms {
  /** The source's scope in the target's names. */
  readonly room: Authority["room"];
  readonly changed: boolean;
  readonly refusals: readonly Refusal[];
}

const setting = "rooms.map";

function look(map: RoomMap, name: string): string | undefined {
  const mapped = typeof map === "function" ? map(name) : Object.hasOwn(map, name) ? map[name] : undefined;
  return typeof mapped === "string" && mapped !== "" && isSafeName(mapped) ? mapped : undefined;
}

/** Two names that the target takes for one would let their tokens into each other's room. */
function merged(names: readonly string[], normalize: (name: string) => string): boolean {
  return new Set(names.map(normalize)).size !== new Set(names).size;
}

function rebuild(names: readonly string[]): RoomScope {
  const unique = [...new Set(names)].sort();
  return unique.length === 1 ? (unique[0] as string) : { anyOf: unique };
}

/**
 * Gives rooms their names at the target. A table is checked as a whole, since its other rows are for other tokens of
 * the same migration; a room that is missing from it is refused rather than kept, since it might be another's new name.
 */
export function mapRooms(
  room: Authority["room"],
  map: RoomMap | undefined,
  normalize: (name: string) => string,
): MappedRooms {
  const names = roomNames(room.lowest);
  if (names === undefined) return { room, changed: false, refusals: [] };
  const refusals: Refusal[] = [];
  if (merged(names, normalize)) {
    refusals.push(
      refuse("room", room.lowest, undefined, "The target's vendor takes two of these room names for one.", {
        where: "policy",
        setting: "narrow.room",
      }),
    );
  }
  if (map === undefined) return { room, changed: false, refusals };

  const mapped: string[] = [];
  for (const name of names) {
    const target = look(map, name);
    if (target === undefined) {
      refusals.push(
        refuse("room", name, undefined, "The room has no row in `rooms.map`.", { where: "policy", setting }),
      );
    } else {
      mapped.push(target);
    }
  }
  const rows = typeof map === "function" ? mapped : Object.values(map);
  if (new Set(rows.map(normalize)).size !== rows.length) {
    refusals.push(
      refuse("room", room.lowest, undefined, "`rooms.map` turns two rooms into one.", { where: "policy", setting }),
    );
  }
  if (refusals.length > 0) return { room, changed: false, refusals };
  const scope = rebuild(mapped);
  const changed = names.some((name, index) => mapped[index] !== name);
  // Where the source may be good for more than it says, that stays so: only what it surely says was renamed.
  const highest = roomNames(room.highest) === undefined ? room.highest : scope;
  return { room: { lowest: scope, highest }, changed, refusals };
}

import { describeGiven } from "../errors/given.js";
import { RoompassError } from "../errors/roompass-error.js";
import { isPlainObject } from "../grant/is-object.js";
import { formatPath } from "../jws/token-finding.js";
import type { AnyAdapter, RoomSettings } from "./adapter.js";

/** Where the settings were passed, and what else would do. */
export interface GivenSettings {
  readonly code: "translate.policy" | "options.invalid";
  /** Such as `policy.rooms.source`. */
  readonly path: string;
  /** Completes "Give it as the vendor documents it, or leave it out ...". */
  readonly otherwise: string;
}

/**
 * Refuses settings of a room that its adapter cannot read for certain. Taken for silence, a restriction that is written
 * in a new way would be passed over.
 *
 * @throws RoompassError the given code, with the path of the first of them, or of the settings where they are no plain object.
 */
export function checkRoomSettings(adapter: AnyAdapter, room: RoomSettings | undefined, given: GivenSettings): void {
  if (room === undefined) return;
  if (!isPlainObject(room)) {
    throw new RoompassError(given.code, `\`${given.path}\` is ${describeGiven(room)}, not a plain object.`, {
      path: given.path,
      cure: `Give the room's settings by ${adapter.displayName}'s own names, or leave them out ${given.otherwise}.`,
    });
  }
  const [name] = adapter.unreadableSettings?.(room) ?? [];
  if (name === undefined) return;
  const message = `A setting of the room has a value that ${adapter.displayName} does not document.`;
  throw new RoompassError(given.code, message, {
    path: formatPath(given.path, name.split(".")),
    cure: `Give it as ${adapter.displayName} documents it, or leave it out ${given.otherwise}.`,
  });
}

import type { RoomSettings } from "@roompass/core/adapter";
import { firstMilliseconds, type IsReadable, isObject, unreadableMembers } from "@roompass/core/kit";
import { asCanAdmin, asCanReceive, asCanSend } from "./permission-forms.js";
import { asRecording } from "./recording.js";

const isFlag: IsReadable = (value) => typeof value === "boolean";
const isNumber: IsReadable = (value) => typeof value === "number" && Number.isFinite(value);
/** Taken for seconds, milliseconds would end after every token, and the room's end would be lost. */
const isInstant: IsReadable = (value) => isNumber(value) && (value as number) < firstMilliseconds;

const permissionReaders: Readonly<Record<string, IsReadable>> = {
  canSend: (value) => asCanSend(value) !== undefined,
  canReceive: (value) => asCanReceive(value) !== undefined,
  canAdmin: (value) => asCanAdmin(value) !== undefined,
  hasPresence: isFlag,
};

const readers: Readonly<Record<string, IsReadable>> = {
  // Daily's whole answer about a room: every setting stands one level deeper, where nobody would look.
  config: () => false,
  permissions: isObject,
  enable_hidden_participants: isFlag,
  enable_knocking: isFlag,
  enable_recording: (value) => asRecording(value) !== undefined,
  enable_screenshare: isFlag,
  eject_after_elapsed: isNumber,
  eject_at_room_exp: isFlag,
  exp: isInstant,
  nbf: isInstant,
};

/** A permission that Daily does not document, or one by a claim's name: it may take something away. */
function strangePermissions(permissions: RoomSettings): string[] {
  return Object.keys(permissions).filter((name) => !Object.hasOwn(permissionReaders, name));
}

/** The settings of a Daily room that `authority` reads, where they are written in a way that Daily does not document. */
export function unreadableSettings(room: RoomSettings): readonly string[] {
  const permissions = isObject(room["permissions"]) ? room["permissions"] : {};
  return [
    ...unreadableMembers(room, readers),
    ...[...unreadableMembers(permissions, permissionReaders), ...strangePermissions(permissions)].map(
      (name) => `permissions.${name}`,
    ),
  ];
}

import type { RoomSettings } from "@roompass/core/adapter";
import { isObject } from "@roompass/core/kit";
import { asCanAdmin, asCanReceive, asCanSend } from "./permission-forms.js";
import { asRecording } from "./recording.js";

type Reader = (value: unknown) => boolean;

const isFlag: Reader = (value) => typeof value === "boolean";
const isNumber: Reader = (value) => typeof value === "number" && Number.isFinite(value);

const permissionReaders: Readonly<Record<string, Reader>> = {
  canSend: (value) => asCanSend(value) !== undefined,
  canReceive: (value) => asCanReceive(value) !== undefined,
  canAdmin: (value) => asCanAdmin(value) !== undefined,
  hasPresence: isFlag,
};

const readers: Readonly<Record<string, Reader>> = {
  permissions: isObject,
  enable_hidden_participants: isFlag,
  enable_knocking: isFlag,
  enable_recording: (value) => asRecording(value) !== undefined,
  enable_screenshare: isFlag,
  eject_after_elapsed: isNumber,
  eject_at_room_exp: isFlag,
  exp: isNumber,
  nbf: isNumber,
};

/** A setting that is absent or `null` is unset. */
function unreadable(settings: RoomSettings, known: Readonly<Record<string, Reader>>): string[] {
  return Object.keys(known).filter((name) => {
    const value = Object.hasOwn(settings, name) ? (settings[name] ?? undefined) : undefined;
    return value !== undefined && !known[name]?.(value);
  });
}

/** The settings of a Daily room that `authority` reads, where they are written in a way that Daily does not document. */
export function unreadableSettings(room: RoomSettings): readonly string[] {
  const permissions = isObject(room["permissions"]) ? room["permissions"] : {};
  return [
    ...unreadable(room, readers),
    ...unreadable(permissions, permissionReaders).map((name) => `permissions.${name}`),
  ];
}

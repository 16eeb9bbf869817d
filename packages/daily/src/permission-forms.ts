import { isObject } from "@roompass/core/kit";
import { isAdminRole, isSendMedia } from "./media-codes.js";
import type { DailyCanReceive, DailyPermissions, DailyReceiveMedia } from "./properties.js";

/** `canSend` of a room or of kept properties, if it has a form that Daily documents. */
export function asCanSend(value: unknown): DailyPermissions["canSend"] {
  if (typeof value === "boolean") return value;
  return Array.isArray(value) && value.every(isSendMedia) ? value : undefined;
}

/** The same for `canAdmin`. */
export function asCanAdmin(value: unknown): DailyPermissions["canAdmin"] {
  if (typeof value === "boolean") return value;
  return Array.isArray(value) && value.every(isAdminRole) ? value : undefined;
}

function isFlagMap(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((flag) => typeof flag === "boolean");
}

function isReceiveMedia(value: unknown): value is boolean | DailyReceiveMedia {
  if (typeof value === "boolean") return true;
  if (!isObject(value)) return false;
  return Object.entries(value).every(([name, said]) => {
    if (name === "customVideo" || name === "customAudio") return isFlagMap(said);
    return isSendMedia(name) && typeof said === "boolean";
  });
}

function isSenderMap(value: unknown): boolean {
  return value === undefined || (isObject(value) && Object.values(value).every(isReceiveMedia));
}

/** The same for `canReceive`; a member that Daily does not document may take something away. */
export function asCanReceive(value: unknown): DailyCanReceive | undefined {
  if (!isObject(value)) return undefined;
  const { base, byUserId, byParticipantId, ...others } = value;
  if (Object.keys(others).length > 0) return undefined;
  const isKnown = (base === undefined || isReceiveMedia(base)) && isSenderMap(byUserId) && isSenderMap(byParticipantId);
  return isKnown ? (value as DailyCanReceive) : undefined;
}

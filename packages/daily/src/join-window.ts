import type { Bounds, JoinWindow, Native, RoomSettings } from "@roompass/core/adapter";
import { defaults } from "./defaults.js";
import type { DailyProperties } from "./properties.js";

/** Whether the finding-laden claims had an expiry that could not be read: then nobody knows when the token ends. */
export function isExpiryUnreadable(findings: Native<unknown>["findings"]): boolean {
  return findings.some((finding) => finding.path === "exp" && finding.severity === "error");
}

/** A time of a room's settings, unix seconds; anything but a number closes and opens nothing. */
function roomTime(room: RoomSettings, name: string): number | undefined {
  const value = room[name];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/**
 * When the holder can join: while the token is good and the room is open. A room refuses with `exp-room` and `nbf-room`
 * whatever the token says (https://docs.daily.co/reference/daily-js/events/error-events, 2026-11).
 */
export function windowBounds(
  { properties, findings }: Native<DailyProperties>,
  room: RoomSettings,
): Bounds<JoinWindow> {
  const notBefore = properties.nbf ?? defaults.nbf.value;
  const ownEnd = properties.exp ?? defaults.exp.value;
  const roomEnd = roomTime(room, "exp");
  const expiresAt = roomEnd === undefined ? ownEnd : Math.min(ownEnd ?? roomEnd, roomEnd);
  const window: JoinWindow = {
    notBefore: Math.max(notBefore, roomTime(room, "nbf") ?? notBefore),
    expiresAt: isExpiryUnreadable(findings) ? undefined : expiresAt,
  };
  return { lowest: window, highest: window };
}

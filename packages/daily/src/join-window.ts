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

/** The earliest end of several; `null` where there is none. */
function earliest(ends: readonly (number | undefined)[]): number | null {
  const times = ends.filter((end) => end !== undefined);
  return times.length === 0 ? defaults.exp.value : Math.min(...times);
}

/**
 * When the holder can join: while the token is good and the room is open. A room refuses with `exp-room` and `nbf-room`
 * whatever the token says (https://docs.daily.co/reference/daily-js/events/error-events, 2026-11).
 *
 * An end of zero or less may be read as over or as none, which nobody documents.
 */
export function windowBounds(
  { properties, findings }: Native<DailyProperties>,
  room: RoomSettings,
): Bounds<JoinWindow> {
  const ownStart = properties.nbf ?? defaults.nbf.value;
  const notBefore = Math.max(ownStart, roomTime(room, "nbf") ?? ownStart);
  const ends = [properties.exp, roomTime(room, "exp")];
  const isUnknown = isExpiryUnreadable(findings);
  return {
    lowest: { notBefore, expiresAt: isUnknown ? undefined : earliest(ends) },
    highest: {
      notBefore,
      expiresAt: isUnknown ? undefined : earliest(ends.map((end) => (end !== undefined && end > 0 ? end : undefined))),
    },
  };
}

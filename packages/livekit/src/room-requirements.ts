import type { Remedy } from "@roompass/core/adapter";

/**
 * None: a room is made when its first participant joins, unless the server is configured otherwise, and no setting of a
 * room changes what a token means.
 */
export function roomRequirements(): readonly Remedy[] {
  return [];
}

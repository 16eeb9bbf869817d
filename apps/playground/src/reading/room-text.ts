import type { RoomScope } from "@roompass/core";
import { visibleText } from "../text/visible-text.js";
import { listOf } from "../text/words.js";

function quoted(text: string): string {
  return `“${visibleText(text, 80)}”`;
}

/** Where a token is good, in words. */
export function roomText(room: RoomScope): string {
  if (typeof room === "string") return quoted(room);
  if ("any" in room) return "every room of the account";
  if ("anyOf" in room) {
    const shown = room.anyOf.slice(0, 5).map(quoted);
    const more = room.anyOf.length - shown.length;
    return more > 0 ? `${shown.join(", ")} or ${more} others` : listOf(shown, "or");
  }
  return `every room whose name matches ${quoted(room.pattern)} (${visibleText(room.dialect, 40)})`;
}
